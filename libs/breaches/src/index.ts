export { BreachesModule } from './breaches.module.js';
