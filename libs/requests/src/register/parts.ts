import { ReceiveRequest } from './receive-request.js';
import { RequestEvent } from './request-event.entity.js';
import { RequestIntake } from './request-intake.js';
import { RequestTrail } from './request-trail.js';
import { RequestUpkeep } from './request-upkeep.js';
import { RequestWork } from './request-work.js';
import { RequestsController } from './requests.controller.js';
import { Requests } from './requests.js';
import { SubjectRequest } from './subject-request.entity.js';

/** The register of requests as part of the module. */
export const registering = {
  entities: [SubjectRequest, RequestEvent],
  controllers: [RequestsController],
  providers: [ReceiveRequest, Requests, RequestUpkeep],
  /** For other modules. */
  services: [RequestIntake, RequestTrail, RequestWork],
};
