import { AlarmLetters } from './runs/alarm-letters.js';
import { CompletePeople } from './runs/complete-people.js';
import { NarrowPeople } from './runs/narrow-people.js';
import { NightlyRun } from './runs/nightly-run.js';
import { PurgePeople } from './runs/purge-people.js';
import { PurgeThings } from './runs/purge-things.js';
import { Runs } from './runs/read-runs.js';
import { RetentionAlarm } from './runs/retention-alarm.entity.js';
import { RetentionRun } from './runs/retention-run.entity.js';
import { RetentionRunItem } from './runs/retention-run-item.entity.js';
import { RunAlarm } from './runs/run-alarm.js';
import { RunEngine } from './runs/run-engine.js';
import { RunPlan } from './runs/run-plan.js';
import { RunRequests } from './runs/run-requests.js';
import { RunWork } from './runs/run-work.js';
import { RunsController } from './runs/runs.controller.js';

/** The purge, as parts of the module. */
export const purging = {
  entities: [RetentionRun, RetentionRunItem, RetentionAlarm],
  controllers: [RunsController],
  providers: [
    ...[
      RunRequests,
      RunWork,
      NightlyRun,
      RunEngine,
      RunPlan,
      PurgePeople,
      NarrowPeople,
      CompletePeople,
      PurgeThings,
    ],
    ...[Runs, RunAlarm, AlarmLetters],
  ],
};
