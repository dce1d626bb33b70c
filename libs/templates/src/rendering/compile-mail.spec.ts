import type { Language, PurposeClass } from '@seloste/kernel';
import { sharedAttributes } from './check-mjml.js';
import { compileMail } from './compile-mail.js';
import type { MailContent } from './content.js';
import type { MergeValues } from './merge-values.js';

const sender = {
  name: 'Havukka & Pojat Oy',
  businessId: '1234567-1',
  postalAddress: 'Satamakatu 4, 33200 Tampere',
  email: 'crm@havukka.example',
  privacyUrl: 'https://crm.havukka.example/privacy',
};
const reader: MergeValues = {
  firstName: 'Åsa',
  lastName: 'Lindqvist',
  title: null,
  areaOfResponsibility: null,
  company: '<Kvarnen> & "Co"',
  ownerName: null,
  addressSource: { kind: 'website', what: 'kvarnen.example', when: '2026-03-09' },
  noticeDue: false,
  purposes: { newsletter: { key: 'newsletter', basis: 'legitimate_interest', name: null } },
  because: 'job_role',
  unsubscribeUrl: 'https://crm.havukka.example/u/tokenA',
  preferencesUrl: 'https://crm.havukka.example/p/tokenA',
};
const content = (fields: Partial<MailContent>): MailContent => ({
  subject: 'Terve',
  preheader: null,
  blocks: [{ type: 'text', text: 'Hei' }],
  mjml: null,
  ...fields,
});
const compile = (
  fields: Partial<MailContent>,
  { language = 'fi', purposeClass = 'marketing' }: { language?: Language; purposeClass?: PurposeClass } = {},
) => compileMail(content(fields), { language, purpose: 'newsletter', purposeClass, sender, field: '' });
const problemsOf = (fields: Partial<MailContent>) =>
  compile(fields).problems.map(({ field, code }) => `${field} ${code}`);
const mjml = (body: string, head = '') =>
  `<mjml>${head}<mj-body><mj-section><mj-column>${body}</mj-column></mj-section></mj-body></mjml>`;

describe('a message', () => {
  it('fills in what is known of the reader, and the words instead where nothing is', () => {
    const { render, problems } = compile({
      subject: '{{firstName|hyvä lukija}}, {{title|asiantuntija}}',
      preheader: 'Terveisiä {{company|yritykseesi}}',
      blocks: [
        { type: 'heading', text: 'Hei {{ firstName | hyvä lukija }}' },
        { type: 'text', text: 'Tervetuloa, **{{company|yrityksesi väki}}**!\n\n- yksi\n- kaksi' },
      ],
    });
    expect(problems).toEqual([]);
    const { subject, html, text } = render(reader);
    expect(subject).toBe('Åsa, asiantuntija');
    expect(html).toContain('<strong>&lt;Kvarnen&gt; &amp; &quot;Co&quot;</strong>');
    expect(html).toContain('Terveisiä &lt;Kvarnen&gt;');
    expect(text).toContain('Tervetuloa, <Kvarnen> & "Co"!');
    expect(text).toContain(' * yksi\n * kaksi');
    expect(text).not.toContain('Terveisiä');
  });

  it.each([
    [
      'fi',
      'Tämä on markkinointiviesti.',
      'julkinen verkkosivu: kvarnen.example (9.3.2026)',
      'työtehtävääsi',
      'Lopeta viestit',
      'Tietosuojaseloste',
    ],
    [
      'sv',
      'Det här är ett marknadsföringsmeddelande.',
      'en offentlig webbplats: kvarnen.example (9.3.2026)',
      'arbetsuppgifter',
      'Sluta få meddelanden',
      'Dataskyddsbeskrivning',
    ],
    [
      'en',
      'This is a marketing message.',
      'a public website: kvarnen.example (9/3/2026)',
      'concerns your work',
      'Unsubscribe',
      'Privacy statement',
    ],
  ] as const)(
    'of marketing says in %s who writes, why, where the address is from and how to say no (C8; 917/2014 s. 203)',
    (language, recognisable, source, because, unsubscribe, privacy) => {
      const { render } = compile({}, { language });
      const { html, text } = render(reader);
      for (const words of [recognisable, source, because, unsubscribe, privacy, '1234567-1', 'Satamakatu 4'])
        for (const part of [html, text]) expect(part).toContain(words);
      expect(html).toContain('Havukka &amp; Pojat Oy');
      for (const url of [reader.unsubscribeUrl, reader.preferencesUrl, sender.privacyUrl]) {
        expect(html).toContain(`href="${url}"`);
        expect(text).toContain(`<${url}>`);
      }
    },
  );

  it('of service is never dressed as marketing, nor offers to end what cannot be ended (V4)', () => {
    const { html, text } = compile({}, { purposeClass: 'service' }).render(reader);
    for (const part of [html, text]) {
      expect(part).toContain('liittyy asiakassuhteeseesi');
      expect(part).toContain(sender.privacyUrl);
      expect(part).not.toMatch(/markkinointiviesti|\/u\/|\/p\//);
    }
  });

  it('tells of us whoever has still to be told, and nobody else (GDPR Art. 14)', () => {
    const { render } = compile({});
    const [told, untold] = [render({ ...reader, noticeDue: true }), render(reader)];
    for (const part of ['html', 'text'] as const) {
      expect(told[part]).toContain('on sen rekisterinpitäjä');
      expect(told[part]).toContain('tietosuojavaltuutetulle');
      expect(untold[part]).not.toContain('on sen rekisterinpitäjä');
    }
    expect(told.text).toContain(
      'Ota yhteyttä: Havukka & Pojat Oy, crm@havukka.example, Satamakatu 4, 33200 Tampere',
    );
    expect(untold.text).not.toMatch(/\n{4}/);
  });

  it.each([
    ['legitimate_interest', 'uutiskirje: oikeutettu etumme (pitää yhteyttä yrityksiin'],
    ['consent', 'uutiskirje: suostumuksesi.'],
    ['contract', 'uutiskirje: sopimus.'],
  ] as const)('names the basis of its own purpose in the notice: %s (GDPR Art. 14(1)(c))', (basis, line) => {
    const purposes = {
      newsletter: { key: 'newsletter', basis, name: null },
      survey: { key: 'survey', basis: 'public_task', name: null },
    } as const;
    const { html, text } = compile({}).render({ ...reader, noticeDue: true, purposes });
    for (const part of [html, text]) {
      expect(part).toContain(line);
      expect(part).not.toContain('yleinen etu');
      if (basis !== 'legitimate_interest') expect(part).not.toContain('oikeutettu etu');
    }
  });

  it('fetches nothing when it is opened: no images, fonts, icons or styles from anywhere', () => {
    const { html } = compile({
      blocks: [{ type: 'button', text: 'Lue', url: 'https://havukka.example/?a=1&b=2' }],
    }).render(reader);
    expect(html).not.toMatch(/<img|<link|url\(|@import|src=/i);
    expect(html).toContain('href="https://havukka.example/?a=1&amp;b=2"');
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).toContain('<html lang="fi"');
  });

  it('takes what somebody wrote for words, never for markup', () => {
    const { render } = compile({
      blocks: [{ type: 'text', text: '<b>x</b> <script>1</script> [a](javascript:alert(1))' }],
    });
    expect(render(reader).html).toContain('&lt;script&gt;');
    expect(render(reader).html).not.toMatch(/<script|href="javascript/);
  });

  it('never lets a value begin a line of its own in the subject', () => {
    const { render } = compile({ subject: '{{company|x}}' });
    expect(render({ ...reader, company: 'a\r\nBcc: b' }).subject).toBe('a Bcc: b');
  });

  it('says what is wrong with its merge fields', () => {
    expect(problemsOf({ subject: '{{nickname|x}}' })).toEqual(['subject merge_field_unknown']);
    expect(problemsOf({ subject: '{{firstName}}' })).toEqual(['subject merge_fallback_missing']);
    expect(problemsOf({ subject: 'Hei {{firstName|x}' })).toEqual(['subject merge_field_broken']);
    expect(problemsOf({ subject: 'Hei {{title|}}' })).toEqual([]);
  });

  it('puts nothing about people into addresses of links', () => {
    const text = '[katso](https://havukka.example/?n={{firstName|x}})';
    expect(problemsOf({ blocks: [{ type: 'text', text }] })).toEqual(['blocks.0.text merge_field_in_link']);
    const url = 'https://havukka.example/{{lastName|x}}';
    expect(problemsOf({ blocks: [{ type: 'button', text: 'a', url }] })).toEqual([
      'blocks.0.url merge_field_in_link',
    ]);
    expect(problemsOf({ blocks: [{ type: 'button', text: 'a', url: 'javascript:1' }] })).toEqual([
      'blocks.0.url link_address',
    ]);
  });

  it('written by hand keeps its layout and gets the same foot', () => {
    const { render, problems } = compile({
      blocks: null,
      mjml: mjml(
        '<mj-text>Hei {{firstName|sinä}}<br>toinen rivi</mj-text>',
        '<mj-head><mj-style>.a{color:red}</mj-style></mj-head>',
      ),
    });
    expect(problems).toEqual([]);
    const { html, text } = render(reader);
    expect(html).toContain('Hei Åsa<br');
    expect(html).toContain('.a{color:red}');
    expect(html).toContain(`href="${reader.unsubscribeUrl}"`);
    expect(text).toContain('Lopeta viestit');
    expect(html).toContain('<html lang="fi"');
  });

  it.each([
    ['an image', mjml('<mj-image src="https://t.example/p.gif" />'), 'mjml_element'],
    ['an image in text', mjml('<mj-text><img src="https://t.example/p.gif" /></mj-text>'), 'mjml_element'],
    ['raw HTML', mjml('<mj-raw><script>1</script></mj-raw>'), 'mjml_element'],
    [
      'a font from elsewhere',
      mjml('<mj-text>a</mj-text>', '<mj-head><mj-font name="a" href="https://f.example/a.css" /></mj-head>'),
      'mjml_element',
    ],
    [
      'a background that is fetched',
      mjml('<mj-text><p style="background:url(https://t.example)">a</p></mj-text>'),
      'mjml_attribute',
    ],
    [
      'a colour that fetches',
      mjml('<mj-text background-color="a" color="red;background:url(https://t.example)">a</mj-text>'),
      'mjml_attribute',
    ],
    [
      'a value in a style',
      mjml('<mj-text>a</mj-text>', '<mj-head><mj-style>.a{color:{{title|x}} }</mj-style></mj-head>'),
      'mjml_style',
    ],
    [
      'a style that hides the foot',
      mjml('<mj-text>a</mj-text>', '<mj-head><mj-style>.foot{display:none}</mj-style></mj-head>'),
      'mjml_style',
    ],
    [
      'a foot in a comment',
      mjml('<mj-text>a</mj-text>').replace('</mj-body>', '<!-- </mj-body> --></mj-body>'),
      'mjml_element',
    ],
    ['no body to end', '<mjml><mj-body /></mjml>', 'mjml_invalid'],
    ['no MJML', 'Hei', 'mjml_invalid'],
    ['a link that runs', mjml('<mj-button href="javascript:1">a</mj-button>'), 'link_address'],
    [
      'a value in a link',
      mjml('<mj-button href="https://a.example/{{title|x}}">a</mj-button>'),
      'merge_field_in_link',
    ],
  ])('written by hand is refused with %s', (_, source, code) => {
    expect(problemsOf({ blocks: null, mjml: source })).toContain(`mjml ${code}`);
  });

  const styled = (css: string) =>
    problemsOf({
      blocks: null,
      mjml: mjml('<mj-text>a</mj-text>', `<mj-head><mj-style>${css}</mj-style></mj-head>`),
    });

  it.each([
    '.foot{max-height:0;overflow:hidden}',
    '.foot div{color:white}',
    '.foot{color:#fff;background-color:#fff}',
    '.ink-quiet{color:#fff}',
    '.mj-column-per-100{width:1px}',
    'div{color:#fff}',
    'td{background:#fff}',
    'a{color:#fff}',
    '*{color:#fff}',
    'body .a{color:#fff}',
    '.a ~ div{color:#fff}',
    '.a + div{color:#fff}',
    '.a:has(a){color:#fff}',
    '[class="foot"]{color:#fff}',
    '[class^=fo]{color:#fff}',
    '.a, .FOOT a{color:#fff}',
    '.fo\\6ft{color:#fff}',
    '.a{color:#fff !important}',
    '.a{position:absolute}',
    '.a{margin-bottom:-300px}',
    '.a{max-height:0}',
    '.a{opacity:0}',
    '.a{opacity: 0.0}',
    '.a{font-size:0px}',
    '.a{transform:scale(0)}',
    '.a{background:url(https://t.example/p.gif)}',
    '@import "https://t.example/a.css";',
    '@media screen{.foot{color:#fff}}',
    '@supports (color:red){.a{color:red}}',
    '.a{color:red',
    '.a{color:red} /* without an end',
    '/* a */ .a{color:red} */ .foot{color:#fff}',
    '.a{color:red}}',
  ])('written by hand is refused with the style %s', (css) => {
    expect(styled(css)).toContain('mjml mjml_style');
  });

  it.each([
    '.a{opacity:0.9}',
    '.a{font-size:0.9em;line-height:1.4}',
    '.a a:hover, .a > p{color:#1f5c49;text-decoration:none}',
    'p{margin:0 0 12px}',
    'h1.big{font-size:28px}',
    '@media (max-width:480px){ .a{padding:0 8px} .b{font-size:14px} }',
    '/* colours */ .a{color:rgb(1, 2, 3)}',
    '.footnote{color:#333}',
    '.a{color:red}\n\n@media print {\n  .a { color: black; }\n}\n/* end */\n',
  ])('written by hand may have the style %s', (css) => {
    expect(styled(css)).toEqual([]);
  });

  it.each([
    ['<mj-text><p style="opacity:0.9;font-size:0.9em">a</p></mj-text>', true],
    ['<mj-text font-size="0.9em" line-height="1.5">a</mj-text>', true],
    ['<mj-text><a href="https://a.example" title="Lue!">a</a></mj-text>', true],
    ['<mj-text><p style="opacity:0">a</p></mj-text>', false],
    ['<mj-text font-size="0">a</mj-text>', false],
    ['<mj-text><p style="position:fixed;top:0">a</p></mj-text>', false],
    ['<mj-text css-class="foot">a</mj-text>', false],
    ['<mj-text padding="0 0 -400px">a</mj-text>', false],
    ['<mj-text color="red;position:fixed">a</mj-text>', false],
  ])('written by hand with %s is sound: %s', (body, isSound) => {
    expect(problemsOf({ blocks: null, mjml: mjml(body) })).toEqual(isSound ? [] : ['mjml mjml_attribute']);
  });

  it.each([
    ['<mj-all css-class="a" />', 'mj-head'],
    ['<mj-text height="1px" />', 'mj-head'],
    ['<mj-column width="1px" />', 'mj-head'],
    ['css-class="a"', 'mj-body'],
    ['width="1px"', 'mj-body'],
  ])('written by hand does not reach the foot by %s of the %s', (said, where) => {
    const text = '<mj-section><mj-column><mj-text>a</mj-text></mj-column></mj-section>';
    const source =
      where === 'mj-body'
        ? `<mjml><mj-body ${said}>${text}</mj-body></mjml>`
        : `<mjml><mj-head><mj-attributes>${said}</mj-attributes></mj-head><mj-body>${text}</mj-body></mjml>`;
    expect(problemsOf({ blocks: null, mjml: source })).toEqual(['mjml mjml_attribute']);
  });

  it('has the same foot whatever a template says of all sections, columns and texts', () => {
    const values = { color: '#ffffff', 'background-color': '#ffffff', border: '9px solid red' };
    const said: Record<string, string> = {
      ...values,
      ...{ 'font-size': '1px', 'line-height': '1px', 'letter-spacing': '40px', padding: '300px' },
      ...{ 'border-radius': '90px', 'container-background-color': '#ffffff', 'font-weight': '900' },
    };
    const attributes = sharedAttributes.map((name) => `${name}="${said[name] ?? 'right'}"`).join(' ');
    const elements = ['mj-all', 'mj-section', 'mj-column', 'mj-text'].map(
      (name) => `<${name} ${attributes} />`,
    );
    const footUnder = (head: string) => {
      const { render, problems } = compile({ blocks: null, mjml: mjml('<mj-text>a</mj-text>', head) });
      expect(problems).toEqual([]);
      const { html } = render({ ...reader, noticeDue: true });
      return html.slice(html.indexOf('class="foot'), html.indexOf('</body>'));
    };
    const foot = footUnder('');
    expect(foot).toContain(reader.unsubscribeUrl);
    expect(footUnder(`<mj-head><mj-attributes>${elements.join('')}</mj-attributes></mj-head>`)).toBe(foot);
  });

  it('written as a letter keeps its lines and makes links of addresses', () => {
    const { render } = compile({
      blocks: null,
      letter: 'Hei *Åsa*,\nkatso https://havukka.example/a?b=1 tai kirjoita a@havukka.example.\n\nTerveisin',
    });
    const { html, text } = render(reader);
    expect(html).toContain('Hei *Åsa*,<br />');
    expect(html).toContain('<a href="https://havukka.example/a?b=1">');
    expect(text).toContain('Hei *Åsa*,\nkatso https://havukka.example/a?b=1 tai');
  });

  it('is put together more than 5,000 times a second', () => {
    const text = 'Hei {{firstName|x}}, {{company|y}}. '.repeat(2);
    const { render } = compile({
      blocks: Array.from({ length: 10 }, () => ({ type: 'text' as const, text })),
    });
    const rounds = Array.from({ length: 20 }, () => {
      const began = performance.now();
      for (let i = 0; i < 250; i++) render({ ...reader, noticeDue: i % 2 === 0 });
      return performance.now() - began;
    });
    // The best of them: the others shared the machine with something else.
    expect(Math.min(...rounds)).toBeLessThan(50);
  });
});
