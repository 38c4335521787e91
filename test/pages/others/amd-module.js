define([], () => ({name: 'one'}));
