import { ExtensionsController } from './extensions.controller.js';
import { ExtensionsService } from './extensions.service.js';
import { RetentionExtension } from './retention-extension.entity.js';

/** Extensions as parts of the module. */
export const extending = {
  entities: [RetentionExtension],
  controllers: [ExtensionsController],
  providers: [ExtensionsService],
};
