export * from '../service/sdk-way.js';
