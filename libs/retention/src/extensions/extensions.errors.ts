import { DomainError } from '@seloste/kernel';

const sentences = {
  erased: 'This person was erased: there is nothing left to keep.',
  objected_to_everything: 'The person objected to everything: nothing keeps their data any longer.',
  consent_withdrawn:
    'The person’s data rested on a consent alone, and they took it back: nothing keeps them any longer.',
  no_ground_left: 'No ground for keeping the person’s data is left that could be extended.',
  not_about_to_go: 'The person’s data are kept on an open-ended ground: there is no day to put off.',
};

/** Why nobody may keep a person longer. */
export type ExtensionBar = keyof typeof sentences;

/** The person may not be kept longer, or need not be. */
export class NotExtendable extends DomainError {
  constructor(code: ExtensionBar) {
    super('conflict', code, sentences[code]);
  }
}
