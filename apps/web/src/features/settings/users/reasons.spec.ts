import { reasonText } from './reasons.js';

describe('the reason of a grant', () => {
  it('is shown as somebody wrote it, and in words where it is a constant', () => {
    const word = (constant: string) => `<${constant}>`;
    expect(reasonText('Begins in sales', word)).toBe('Begins in sales');
    expect(reasonText('review_unanswered', word)).toBe('<review_unanswered>');
  });
});
