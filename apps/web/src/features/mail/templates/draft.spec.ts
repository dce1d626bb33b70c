import { moved, newBlock, problemsOf } from './draft.js';

describe('the editor of a template', () => {
  const blocks = [newBlock('heading'), newBlock('text'), newBlock('divider')];

  it('moves a block one place, and not beyond the ends', () => {
    expect(moved(blocks, 1, -1).map(({ type }) => type)).toEqual(['text', 'heading', 'divider']);
    expect(moved(blocks, 1, 1).map(({ type }) => type)).toEqual(['heading', 'divider', 'text']);
    expect(moved(blocks, 0, -1)).toEqual(blocks);
    expect(moved(blocks, 2, 1)).toEqual(blocks);
  });

  it('shows a problem at the language and the block that it is about', () => {
    const fields = [
      { field: 'contents.fi.blocks.2.url', code: 'link_address' },
      { field: 'contents.sv.subject', code: 'required' },
      { field: 'name', code: 'required' },
    ];
    expect([...problemsOf(fields, 'fi')]).toEqual([['blocks.2.url', 'link_address']]);
    expect([...problemsOf(fields, 'en')]).toEqual([]);
  });
});
