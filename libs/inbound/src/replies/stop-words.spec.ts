import { reply } from '../../../testing/src/mail-samples.js';
import { readLetter } from '../mailbox/letter.js';
import { isAutomatic, ownWordsIn } from './reply-text.js';
import { findStop } from './stop-words.js';

const of = { messageId: '<a@havukka.example>', recipient: 'matti@asiakas.example' };
const inReply = async (text: string) =>
  findStop(await ownWordsIn(await readLetter(Buffer.from(reply(of, text)))));

describe('a reply', () => {
  it.each([
    ['STOP'],
    ['Stop.'],
    ['unsubscribe'],
    ['Unsubscribe please'],
    ['Please remove me!'],
    ['Lopeta'],
    ['Peruuta tilaus'],
    ['PERUUTA TILAUS\n\nLähetetty iPhonesta'],
    ['Hei,\n\nPoista minut.\n\nKiitos'],
    ['Lopettakaa!!'],
    ['avregistrera'],
    ['Hej\nTa bort mig tack\nMvh'],
    ['Stopp\n\nSkickat från min iPhone'],
    ['Unsubscribe\n\n-- \nMatti Meikäläinen\nToimitusjohtaja'],
  ])('that says nothing but "%s" is plain', async (text) => {
    expect(await inReply(text)).toMatchObject({ whole: true });
  });

  it.each([
    ['fi', 'Hei! Voisitteko ystävällisesti: poistakaa minut tältä listalta. Terveisin Matti'],
    ['fi', 'Hei, voisitteko poistaa minut tältä listalta, kiitos.'],
    ['fi', 'En halua enää saada teiltä mainoksia.'],
    ['fi', 'Emme halua enää näitä viestejä tähän osoitteeseen.'],
    ['fi', 'Lopettakaa jo tämä lähettäminen, olen pyytänyt kolmesti.'],
    ['fi', 'Haluaisin peruuttaa tilauksen, en ole sitä itse tehnyt.'],
    ['fi', 'Peruuta'],
    ['fi', 'Hei,\n\nPeru.\n\nKiitos'],
    ['fi', 'PERUUTA\n\nLähetetty iPhonesta'],
    ['fi', 'Peruuttakaa kiitos'],
    ['fi', 'Voitteko peruuttaa? Peruuta tilaus, kiitos.'],
    ['fi', 'Älkää ottako enää yhteyttä.'],
    ['fi', 'Kiellän kaiken suoramarkkinoinnin.'],
    ['fi', 'Ei enää viestejä, kiitos.'],
    ['sv', 'Hej, kan ni avregistrera mig från era utskick?'],
    ['sv', 'Sluta skicka detta till mig, tack.'],
    ['sv', 'Vänligen ta bort min e-postadress ur registret. Hälsningar Maja'],
    ['sv', 'Jag vill inte längre ha era nyhetsbrev.'],
    ['sv', 'Inga fler mejl tack'],
    ['en', 'Hi, could you take me off this list? Thanks, Pat'],
    ['en', 'Please stop sending me these.'],
    ['en', 'I no longer wish to receive your newsletter.'],
    ['en', 'Don’t contact me again.'],
    ['en', 'No more emails, please.'],
    ['en', 'How do I unsubscribe from this?'],
  ])('may ask us to stop, in %s: "%s"', async (language, text) => {
    expect(await inReply(text)).toMatchObject({ whole: false, language });
  });

  it.each([
    ['Kiitos, tulen mielelläni syyspäivään!'],
    ['En halua enää odottaa toimitusta, missä laitteet ovat?'],
    ['Meidän on pakko lopettaa yhteistyö toisen toimittajan kanssa, soitellaan.'],
    ['Linja pysähtyy joka aamu: stop-painike jää pohjaan.'],
    ['Voitteko poistaa rivin 3 tarjouksesta?'],
    ['Älkää poistako minua listalta, viestit ovat hyviä.'],
    ['Sluta inte skicka fakturor till den här adressen!'],
    ['Vi vill gärna ha fler mejl av den här sorten.'],
    ['Kan ni ta bort rad tre i offerten?'],
    ['Vi slutar klockan fyra, ring före det.'],
    ['Our machines stop every morning at six.'],
    ['Please don’t remove me, I like these.'],
    ['Can you stop by on Tuesday?'],
    ['We removed the old unit last week.'],
    ['Do not worry, we will call you.'],
    [''],
  ])('does not ask us to stop: "%s"', async (text) => {
    expect(await inReply(text)).toBeNull();
  });

  it.each([
    ['> Peruuta tilaus tästä: https://crm.havukka.example/u/x'],
    [
      'Kiitos!\n\nLähettäjä: Havukka Oy <crm@havukka.example>\nLähetetty: maanantai\nVastaanottaja: Matti\nAihe: Hei\n\nPeruuta tilaus',
    ],
    [
      'Tack!\n\nFrån: Havukka Oy <crm@havukka.example>\nSkickat: den 23 november\nTill: Matti\nÄmne: Hej\n\nAvregistrera dig här',
    ],
    ['Thanks!\n\nOn Mon, 23 Nov 2026 at 10:00, Havukka Oy <crm@havukka.example> wrote:\n\nUnsubscribe here'],
    ['Kiitos!\n\nHavukka Oy <crm@havukka.example> kirjoitti 23.11.2026 kello 10.00:\n\nPeruuta tilaus'],
    ['Tack!\n\nDen mån 23 nov. 2026 kl 10:00 skrev Havukka Oy <crm@havukka.example>:\n\nAvregistrera'],
    ['Kiitos!\n\n-----Alkuperäinen viesti-----\nPeruuta tilaus'],
  ])('is not taken for what it quotes: %j', async (text) => {
    expect(await inReply(text)).toBeNull();
  });

  it.each([['Auto-Submitted: auto-replied'], ['Precedence: bulk'], ['X-Autoreply: yes']])(
    'that no one wrote is known by %s',
    async (header) => {
      expect(isAutomatic(await readLetter(Buffer.from(reply(of, 'Stop', [header]))))).toBe(true);
      expect(isAutomatic(await readLetter(Buffer.from(reply(of, 'Stop', ['Auto-Submitted: no']))))).toBe(
        false,
      );
    },
  );

  it.each([
    ['a'.repeat(300) + '@' + 'wrote'.repeat(3_900)],
    [('a@' + 'wrote'.repeat(99) + '\n').repeat(40)],
    ['\n'.repeat(20_000)],
    [' \t\n'.repeat(6_600)],
    ['\u2028'.repeat(20_000)],
    ['-'.repeat(20_000)],
  ])('that is made to keep us busy does not', async (text) => {
    const letter = await readLetter(Buffer.from(reply(of, 'x')));
    const began = process.cpuUsage();
    await ownWordsIn({ ...letter, text });
    // Of this process alone, whatever else the machine has to do; in microseconds.
    expect(process.cpuUsage(began).user).toBeLessThan(5_000_000);
  });
});
