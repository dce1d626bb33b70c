import type { Language } from '@seloste/kernel';
import type { Making } from './making.js';
import { day } from './working-time.js';

const texts: Record<Language, readonly [subject: string, text: string, button: string]> = {
  fi: [
    'Talven kiinteistöhuolto: ajat auki',
    'Hei {{firstName|hyvä lukija}},\n\nvarasimme yritykselle {{company|teille}} **talvikauden huoltoajat**. Tärkeimmät:\n\n- ilmanvaihdon suodattimet\n- lumityöt ja liukkaudentorjunta\n- sopimushinnat ennallaan kevääseen',
    'Katso vapaat ajat',
  ],
  sv: [
    'Vinterns fastighetsskötsel: tiderna är öppna',
    'Hej {{firstName|bästa läsare}},\n\nvi har reserverat **vinterns servicetider** åt {{company|er}}. Det viktigaste:\n\n- ventilationsfilter\n- snöarbeten och halkbekämpning\n- oförändrade avtalspriser till våren',
    'Se lediga tider',
  ],
  en: [
    'Winter maintenance: times are open',
    'Hello {{firstName|dear reader}},\n\nwe have kept **times for the winter season** for {{company|your company}}. What matters most:\n\n- ventilation filters\n- snow clearing and gritting\n- contract prices unchanged until spring',
    'See free times',
  ],
};

/** A letter that the marketing people have written, whom it could go to, and a draft to look at before it goes. */
export function makeMailing({ random, now, staff, data }: Making): void {
  const at = new Date(now - 2 * day);
  const marketer = staff.find(({ roles }) => roles.includes('marketer'));
  if (!marketer) return;
  const [templateId, versionId] = [random.id(at), random.id(at)];
  const made = { created_at: at.toISOString(), created_by: marketer.id };
  const changed = { ...made, version: 1, updated_at: made.created_at };
  data.mail.templates.push({ id: templateId, name: 'Talvihuolto', purpose: 'direct_marketing', ...changed });
  data.mail.versions.push({
    ...{ id: versionId, template_id: templateId, number: 1, purpose: 'direct_marketing' },
    ...made,
  });
  for (const [language, [subject, text, button]] of Object.entries(texts) as [
    Language,
    (typeof texts)['fi'],
  ][])
    data.mail.contents.push({
      version_id: versionId,
      language,
      subject,
      blocks: [
        { type: 'heading', text: subject },
        { type: 'text', text },
        { type: 'button', text: button, url: 'https://www.havukka.example/talvi' },
      ],
    });
  const segment = (name: string, filters: object) => {
    const id = random.id(at);
    data.mail.segments.push({ id, name, filters, ...changed });
    return id;
  };
  const customers = segment('Asiakkaat', { relationship: 'customer' });
  segment('Ruotsinkieliset asiakkaat', { relationship: 'customer', languages: ['sv'] });
  segment('Hiljenneet mahdolliset asiakkaat', {
    relationship: 'prospect',
    lastContactBefore: new Date(now - 180 * day).toISOString().slice(0, 10),
  });
  data.mail.mailings.push({
    id: random.id(at),
    name: 'Talvihuolto 2026',
    purpose: 'direct_marketing',
    template_id: templateId,
    segment_id: customers,
    status: 'draft',
    ...changed,
  });
}
