parent.postMessage('hello', '*');
