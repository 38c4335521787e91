export * from './sf-native-api.js';
