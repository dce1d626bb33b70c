import type { TFunction } from 'i18next';
import type { ProblemDetails } from './model.js';
import { problemText } from './problem-text.js';
import { ApiProblem } from './problem.js';

const t = ((key: string) => key) as TFunction<'common'>;
const sentence = 'Henkilö on kieltänyt suoramarkkinoinnin puhelimitse (2.3.2026).';
const refusal = new ApiProblem({
  ...{ type: '', title: 'Conflict', status: 409, code: 'not_permitted', detail: '', requestId: '' },
  permission: { sentence } as NonNullable<ProblemDetails['permission']>, // the rest is for programs
});

describe('what is shown of a refused contact', () => {
  it('is why it was refused, in the words of the decision', () => {
    expect(problemText(refusal, t)).toBe(sentence);
  });

  it('goes on with what the form wants to know then', () => {
    expect(problemText(refusal, t, { not_permitted: 'Miksi?' })).toBe(`${sentence} Miksi?`);
  });
});
