export { RequestsModule } from './requests.module.js';
export { RequestIntake } from './register/request-intake.js';
export type { NewRequest } from './register/new-request.js';
export { requestKinds, type RequestDoor, type RequestKind } from './request-words.js';
