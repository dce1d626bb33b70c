import { hoursLeft } from './hours-left.js';

const before = '2026-11-23T12:00:00Z';
const at = (time: string) => hoursLeft(before, new Date(time));

describe('what is left of the 72 hours', () => {
  it('counts a begun hour as one that is left', () => {
    expect(at('2026-11-20T12:00:00Z')).toEqual({ hours: 72, isOver: false });
    expect(at('2026-11-20T12:01:00Z')).toEqual({ hours: 72, isOver: false });
    expect(at('2026-11-23T11:59:00Z')).toEqual({ hours: 1, isOver: false });
  });

  it('is over only after the last moment, and then says by how many full hours', () => {
    expect(at('2026-11-23T12:00:00Z')).toEqual({ hours: 0, isOver: false });
    expect(at('2026-11-23T12:30:00Z')).toEqual({ hours: 0, isOver: true });
    expect(at('2026-11-23T15:10:00Z')).toEqual({ hours: 3, isOver: true });
  });

  it('runs through the change of clocks by the hour', () => {
    expect(hoursLeft('2026-10-25T12:00:00Z', new Date('2026-10-24T12:00:00Z')).hours).toBe(24);
  });
});
