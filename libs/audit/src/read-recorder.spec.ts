import { ReadRecorder } from './read-recorder.js';

describe('group commit', () => {
  /** Writes that are settled by hand, in order. */
  function byHand() {
    const batches: string[][] = [];
    const settle: { resolve: (value: unknown) => void; reject: (error: Error) => void }[] = [];
    const write = (items: string[]) => {
      batches.push(items);
      return new Promise((resolve, reject) => settle.push({ resolve, reject }));
    };
    return { batches, settle, recorder: new ReadRecorder<string>(write) };
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('writes together who come in one turn, and who come while that is written', async () => {
    const { batches, settle, recorder } = byHand();
    const first = [recorder.add('a'), recorder.add('b')];
    await turn();
    const second = [recorder.add('c'), recorder.add('d')];
    await turn();
    expect(batches).toEqual([['a', 'b']]);
    settle[0]?.resolve(null);
    await Promise.all(first);
    expect(batches).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    settle[1]?.resolve(null);
    await Promise.all(second);
  });

  it('lets nobody go on before their own is committed', async () => {
    const { settle, recorder } = byHand();
    let isDone = false;
    const adding = recorder.add('a').then(() => (isDone = true));
    await turn();
    expect(isDone).toBe(false);
    settle[0]?.resolve(null);
    await adding;
  });

  it('fails those whose batch failed, and goes on with the next', async () => {
    const { settle, recorder } = byHand();
    const failing = expect(recorder.add('a')).rejects.toThrow('disk full');
    await turn();
    const next = recorder.add('b');
    settle[0]?.reject(new Error('disk full'));
    await failing;
    settle[1]?.resolve(null);
    await next;
  });

  it('refuses more than it can hold instead of growing', async () => {
    const { recorder } = byHand();
    const held = Array.from({ length: 5_000 }, (_, i) => recorder.add(String(i)));
    await expect(recorder.add('one more')).rejects.toMatchObject({ code: 'busy', kind: 'unavailable' });
    expect(held).toHaveLength(5_000);
  });
});
