import { html } from './html.js';

describe('a template', () => {
  it('escapes whatever is put in, in text and attributes', () => {
    const name = `"><script>alert('x')</script>&`;
    expect(html`<p title="${name}">${name}</p>`.text).toBe(
      '<p title="&#34;&#62;&#60;script&#62;alert(&#39;x&#39;)&#60;/script&#62;&#38;">&#34;&#62;&#60;script&#62;alert(&#39;x&#39;)&#60;/script&#62;&#38;</p>',
    );
  });

  it('takes other templates as they are, lists one after the other, and leaves out what is not there', () => {
    const rows = ['a', '<'].map((text) => html`<li>${text}</li>`);
    expect(html`${rows}${null}${undefined}${false}${0}`.text).toBe('<li>a</li><li>&#60;</li>0');
  });
});
