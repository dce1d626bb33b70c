import { Measure, precisionOf, recallOf } from './measure.js';
import { common, heldOut, rarer } from './paradigm.js';
it('x', () => {
  for (const [n, names] of Object.entries({ common, rarer, heldOut })) {
    const { all, sure, missed, wrong } = new Measure(names).run();
    console.log(
      n,
      names.family.length,
      names.given.length,
      all,
      sure,
      recallOf(all),
      precisionOf(all),
      recallOf(sure),
      precisionOf(sure),
      '\n',
      missed.slice(0, 150).join('; '),
      '\n',
      [...new Set(wrong)].slice(0, 200).join('\n'),
    );
  }
});
