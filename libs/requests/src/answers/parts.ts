import { AnswersController } from './answers.controller.js';
import { Answers } from './answers.js';
import { Challenges } from './challenges.js';
import { Drafts } from './drafts.js';
import { Identifications } from './identifications.js';
import { RequestChallenge } from './request-challenge.entity.js';
import { RequestLetter } from './request-letter.entity.js';
import { SendLetters } from './send-letters.js';

/** Identification, letters and decisions as parts of the module. */
export const answering = {
  entities: [RequestLetter, RequestChallenge],
  controllers: [AnswersController],
  providers: [Answers, Challenges, Drafts, Identifications, SendLetters],
};
