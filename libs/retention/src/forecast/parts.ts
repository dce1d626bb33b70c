import { ForecastController } from './forecast.controller.js';
import { Forecast } from './forecast.js';
import { LeavingLetters } from './leaving-letters.js';
import { LeavingRound } from './leaving-round.entity.js';
import { LetterWeek } from './letter-week.js';

/** The forecast as parts of the module. */
export const forecasting = {
  entities: [LeavingRound],
  controllers: [ForecastController],
  providers: [LetterWeek, LeavingLetters],
  /** For other modules. */
  services: [Forecast],
};
