import { atDate, atTime, toLocalInput } from './local-input.js';

const morning = new Date(2026, 2, 2, 9, 5).toISOString();

describe('when something happened, as it is typed', () => {
  it.each([
    ['14', '14:00'],
    ['930', '09:30'],
    ['9.30', '09:30'],
    ['14:05', '14:05'],
  ])('reads %s as %s', (typed, time) => {
    expect(toLocalInput(atTime(morning, typed) ?? '').slice(11)).toBe(time);
  });

  it.each(['', '25', '9.75', 'noon'])('refuses %s', (typed) => {
    expect(atTime(morning, typed)).toBeNull();
  });

  it('keeps the time when the day changes', () => {
    expect(toLocalInput(atDate(morning, '2026-03-29'))).toBe('2026-03-29T09:05');
  });
});
