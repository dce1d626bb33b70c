import { saidInTwo } from './said.js';

describe('the sentence of a clock', () => {
  it('is what happens, and why', () =>
    expect(saidInTwo('Poistetaan 14.3.2027: asiakassuhde päättyi 14.3.2026, 12 kuukautta')).toEqual([
      'Poistetaan 14.3.2027',
      'Asiakassuhde päättyi 14.3.2026, 12 kuukautta',
    ]));

  it('is whole where it gives no reason', () =>
    expect(saidInTwo('Sparas tills vidare.')).toEqual(['Sparas tills vidare.', '']));
});
