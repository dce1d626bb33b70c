import { verdict, type Question, type Rule, type Verdict } from '../question.js';
import { consentOf } from './consent.js';

const isBlank = (text: string | null | undefined): boolean => (text ?? '').trim() === '';

/** The same area of responsibility, whatever the case and the spaces. */
const wordsOf = (area: string): string => area.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** The areas that the message is about; null where it is about nobody's in particular. */
export const areasOf = ({ attempt: { areas } }: Question): string[] | null =>
  areas && areas.length > 0 ? areas : null;

export const hasRoleReason = ({ attempt: { roleReason } }: Question): boolean => !isBlank(roleReason);

/** A named work address belongs to a person; what concerns their work there is said to the company (C2). */
function inJobRole(question: Question, company: string): Verdict {
  const { title, areaOfResponsibility: area } = question.facts;
  const inRole = verdict('job_role', { evidence: { type: 'company', id: company } });
  if (hasRoleReason(question)) return inRole;
  if (isBlank(title) && isBlank(area)) return verdict('role_unknown');
  const areas = areasOf(question);
  const fits = areas === null || (area !== null && areas.some((asked) => wordsOf(asked) === wordsOf(area)));
  return fits ? inRole : verdict('outside_role');
}

/** Marketing by e-mail, text message and the like (917/2014 ss. 200–202). */
export const electronic: Rule = (question) => {
  const { facts, attempt } = question;
  const company = facts.company?.isSoleTrader === false ? facts.company.id : null;
  const address = attempt.channel === 'email' ? facts.email?.class : undefined;
  if (address === 'shared' && company !== null)
    return verdict('legal_person', { evidence: { type: 'company', id: company } });
  const said = consentOf(question);
  if (said.code === 'consent') return said;
  return (
    afterSale(question) ??
    (address === 'named' && company !== null ? inJobRole(question, company) : null) ??
    (attempt.channel === 'email' && address === undefined ? verdict('no_address') : said)
  );
};

/** 917/2014 s. 200(3): whoever bought may be told of the like, having been offered a way out. */
const afterSale: Rule = ({ facts, attempt }) => {
  if (attempt.channel !== 'email' && attempt.channel !== 'sms') return null;
  const [sale] = facts.sales.toSorted((a, b) =>
    a.soldOn === b.soldOn ? (a.id < b.id ? 1 : -1) : a.soldOn < b.soldOn ? 1 : -1,
  );
  return sale
    ? verdict('existing_customer', {
        since: new Date(sale.soldOn),
        evidence: { type: 'sale_reference', id: sale.id },
      })
    : null;
};
