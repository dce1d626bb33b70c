import { setTimeout as wait } from 'node:timers/promises';
import type { Caller } from '@seloste/testing';

/** A source as every test list has it. */
export const bought = { kind: 'bought_list', what: 'Yritysrekisteri Oy', when: '2026-11-01' };

interface UploadedList {
  id: string;
  columns: { index: number; target: string | null }[];
}

/** The steps of an import as a caller takes them, one after the other. */
export class ImportSteps {
  constructor(private readonly caller: Caller) {}

  send(content: string | Buffer) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    return this.caller.agent
      .post('/api/v1/imports')
      .attach('file', bytes, { filename: 'lista.csv', contentType: 'text/csv' });
  }

  async upload(content: string | Buffer) {
    return (await this.send(content).expect(201)).body;
  }

  /** Maps the columns as guessed, unless told otherwise. */
  map(list: UploadedList, fields: object = {}) {
    const columns = list.columns.map(({ index, target }) => ({ index, target }));
    return this.caller.put(`/imports/${list.id}/mapping`, { columns, source: bought, ...fields });
  }

  /** Mapping and dry run, to its end. */
  async check(list: UploadedList, fields: object = {}) {
    await this.map(list, fields).expect(200);
    await this.caller.post(`/imports/${list.id}/dry-runs`).expect(202);
    return this.settled(list.id);
  }

  /** The run, to its end. */
  async run(id: string) {
    await this.caller.post(`/imports/${id}/runs`).expect(202);
    return this.settled(id);
  }

  async rows(id: string, query = '') {
    return (await this.caller.get(`/imports/${id}/rows?limit=200${query}`).expect(200)).body.items;
  }

  /** Waits until the work that was asked for is over. */
  private async settled(id: string) {
    for (let i = 0; i < 1_000; i++) {
      const { body } = await this.caller.get(`/imports/${id}`).expect(200);
      if (body.status !== 'checking' && body.status !== 'running') return body;
      await wait(50);
    }
    throw new Error('the import does not come to an end');
  }
}
