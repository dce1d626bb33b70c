import { fillIn, lettersOf } from './fill-in.js';

const asa = {
  firstName: 'Åsa',
  lastName: null,
  title: 'Ekonomichef',
  areaOfResponsibility: '',
  company: { id: 'a', name: 'Kvarnen Ab' },
  owner: null,
} as unknown as Parameters<typeof fillIn>[1];

describe('a template for one person', () => {
  it('has their own values, and other words where there is none', () => {
    expect(fillIn('Hej {{firstName|bästa läsare}} på {{ company | företaget }}', asa)).toBe(
      'Hej Åsa på Kvarnen Ab',
    );
    expect(fillIn('{{lastName|kund}}, {{areaOfResponsibility| arbetet }}, {{ownerName|}}', asa)).toBe(
      'kund, arbetet, ',
    );
  });

  it('is its blocks in words, with the addresses of its buttons', () => {
    const blocks = [
      { type: 'heading', text: 'Hej {{firstName|du}}' },
      { type: 'image' },
      { type: 'button', text: 'Läs mer', url: 'https://havukka.example' },
    ];
    expect(lettersOf({ subject: 'Till {{company|er}}', blocks }, asa)).toEqual({
      subject: 'Till Kvarnen Ab',
      body: 'Hej Åsa\n\nLäs mer: https://havukka.example',
    });
  });

  it('has no words where it is made by hand in MJML', () => {
    expect(lettersOf({ subject: 'Hej', blocks: null }, asa)).toBeNull();
  });
});
