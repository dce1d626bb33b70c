import { soundsLikeMarketing } from './export-use.js';

describe('the purpose of a file', () => {
  it.each([
    'Syksyn markkinointi',
    'Kevätkampanja 2027',
    'kampanjan kohderyhmä',
    'Radiomainos',
    'Mainokset messuille',
    'Asiakaspostitus',
    'postitusten osoitteet',
    'Soittokierros',
    'syksyn soittokierrokselle',
    'Myyntikirjeet',
    'Uutiskirje',
    'Höstens utskick',
    'adventskampanj',
    'Reklamblad',
    'Ringrunda i Österbotten',
    'Marknadsföring',
    'Spring campaign',
    'Mailing',
    'MAILING TO CUSTOMERS',
    'Cold calls in May',
    'cold-calling',
    'Outreach',
    'promotions',
    'Newsletter',
  ])('sounds like marketing: %s', (purpose) => {
    expect(soundsLikeMarketing(purpose)).toBe(true);
  });

  it('sounds like it in whatever way its letters were put together', () => {
    expect(soundsLikeMarketing('Marknadsföring'.normalize('NFD'))).toBe(true);
  });

  it.each([
    'Joulukortit',
    'Takaisin tuotavaksi',
    'Tilintarkastus',
    'Maininta pöytäkirjassa',
    'Postinumeroiden tarkistus',
    'Sähköpostien siivous',
    'Soittopyynnöt',
    'Kampaamot',
    'Reklamaatiot',
    'Reklamationer',
    'Årsredovisning',
    'E-mail addresses for the audit',
    'Proof of delivery',
    'x',
  ])('sounds like nothing of the kind: %s', (purpose) => {
    expect(soundsLikeMarketing(purpose)).toBe(false);
  });
});
