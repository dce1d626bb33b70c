export { RequestsModule } from './requests.module.js';
export { RequestIntake } from './register/request-intake.js';
export type { NewRequest } from './register/new-request.js';
export { requestKinds, type RequestDoor, type RequestKind } from './request-words.js';
export { addressOf } from './answers/send-letters.js';
export { RequestTrail } from './register/request-trail.js';
export { RequestWork } from './register/request-work.js';
export { NotIdentified } from './register/requests.errors.js';
export { SubjectRequest } from './register/subject-request.entity.js';
