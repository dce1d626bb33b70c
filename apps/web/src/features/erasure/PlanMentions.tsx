import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mention, Plan } from './queries.js';
import { Sentence, usePlaceName } from './Sentence.js';
import classes from './Erasure.module.css';

/** What others wrote of the person: where the pseudonym takes the name's place, and what somebody decides afterwards. */
export function PlanMentions({ mentions }: Pick<Plan, 'mentions'>) {
  const { t } = useTranslation('erasure');
  const { sure, sureOnes, doubtful, isLoneNameCommon } = mentions;
  return (
    <section className={classes.group} aria-labelledby="plan-mentions">
      <div className={classes.groupHead}>
        <h2 id="plan-mentions">{t('plan.mentions.title')}</h2>
        <p>
          {sure > 0
            ? t('plan.mentions.lead', { count: sure })
            : t(doubtful.length > 0 ? 'plan.mentions.noneSure' : 'plan.mentions.none')}
        </p>
      </div>
      <div>
        <Mentions label={t('plan.mentions.sure')} mentions={sureOnes} />
        {doubtful.length > 0 && (
          <>
            <p className={classes.doubtful}>{t('plan.mentions.doubtful', { count: doubtful.length })}</p>
            <Mentions label={t('plan.mentions.doubtfulLabel')} mentions={doubtful} />
          </>
        )}
        {isLoneNameCommon && <p className={classes.because}>{t('plan.mentions.common')}</p>}
      </div>
    </section>
  );
}

/** How many are shown before somebody asks for all. */
const few = 5;

function Mentions({ label, mentions }: { label: string; mentions: Mention[] }) {
  const { t } = useTranslation('erasure');
  const placeName = usePlaceName();
  const [showsAll, setShowsAll] = useState(false);
  if (mentions.length === 0) return null;
  return (
    <>
      <ul className={classes.mentions} aria-label={label}>
        {(showsAll ? mentions : mentions.slice(0, few)).map(({ id, table, context }) => (
          <li key={id}>
            <span className={classes.because}>{placeName(table)}</span>
            <Sentence context={context} />
          </li>
        ))}
      </ul>
      {mentions.length > few && (
        <button
          type="button"
          className={classes.more}
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? t('plan.mentions.fewer') : t('plan.mentions.all', { count: mentions.length })}
        </button>
      )}
    </>
  );
}
