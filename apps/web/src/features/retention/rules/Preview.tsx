import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../api/problem-text.js';
import { formatDate, formatNumber } from '../../../i18n/format.js';
import { SkeletonText } from '../../../ui/index.js';
import admin from '../../settings/Admin.module.css';
import type { RulePreview, RuleWithHistory } from '../model.js';
import { isWithin } from '../periods.js';
import { previewQuery } from '../queries.js';
import classes from './Rules.module.css';
import type { sentOf } from './terms.js';

interface PreviewProps {
  rule: RuleWithHistory;
  terms: ReturnType<typeof sentOf>;
  /** Nothing that counts has been changed yet. */
  isSame: boolean;
}

/** What the rule would erase if it said this: now, and within ninety days. Nothing is changed by looking. */
export function Preview({ rule, terms, isSame }: PreviewProps) {
  const { t } = useTranslation('retention');
  const { t: tCommon } = useTranslation();
  const { action, ...asked } = terms;
  const [key] = useDebouncedValue(JSON.stringify(asked), 350);
  const settled = JSON.parse(key) as typeof asked;
  const isAllowed = settled.period === null || isWithin(settled.period, rule.longest);
  const preview = useQuery({
    ...previewQuery(rule.id, settled),
    enabled: isAllowed,
    placeholderData: keepPreviousData,
  });
  const isStale = preview.isPlaceholderData || key !== JSON.stringify(asked);
  return (
    <aside className={classes.preview} aria-labelledby="rule-preview" aria-busy={isStale}>
      <h3 id="rule-preview">{t(isSame ? 'preview.asItIs' : 'preview.changed')}</h3>
      {!isAllowed ? (
        <p className={admin.quiet}>{t('preview.notAllowed')}</p>
      ) : preview.isError ? (
        <div role="alert">
          <p className={admin.quiet}>
            {problemText(preview.error, tCommon, { preview_too_long: t('preview.tooLong') })}
          </p>
          <Button
            variant="default"
            size="xs"
            className={classes.again}
            loading={preview.isFetching}
            onClick={() => void preview.refetch()}
          >
            {tCommon('action.retry')}
          </Button>
        </div>
      ) : preview.data ? (
        <Effect preview={preview.data} rule={rule} isSame={isSame} isReview={action === 'review'} />
      ) : (
        <SkeletonText rows={4} />
      )}
    </aside>
  );
}

interface EffectProps {
  preview: RulePreview;
  rule: RuleWithHistory;
  isSame: boolean;
  isReview: boolean;
}

function Effect({ preview, rule, isSame, isReview }: EffectProps) {
  const { t } = useTranslation('retention');
  const { before, moved, sample } = preview;
  const ofPeople = rule.covers === 'people';
  return (
    <>
      <div role="status">
        <dl className={classes.numbers}>
          <Number label={t('preview.now')} value={preview.dueNow} before={isSame ? null : before.dueNow} />
          <Number
            label={t('preview.soon')}
            value={preview.dueWithin90Days}
            before={isSame ? null : before.dueWithin90Days}
          />
        </dl>
        <p className={admin.quiet}>
          {t(isReview ? 'preview.reviewed' : ofPeople ? 'preview.ofAll' : 'preview.ofThings')}
        </p>
        {!isSame && moved !== null && (
          <p className={classes.moved}>{t('preview.moved', { count: moved, shown: formatNumber(moved) })}</p>
        )}
      </div>
      {!isSame && sample.length > 0 && (
        <ul className={classes.sample}>
          {sample.map(({ contactId, name, dueOn, wasDueOn }) => (
            <li key={contactId}>
              <Link to="/people/$id" params={{ id: contactId }}>
                {name}
              </Link>
              <span>
                {t('preview.move', {
                  from: wasDueOn ? formatDate(wasDueOn) : t('preview.noDay'),
                  to: dueOn ? formatDate(dueOn) : t('preview.noDay'),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Number({ label, value, before }: { label: string; value: number; before: number | null }) {
  const { t } = useTranslation('retention');
  const more = before === null ? 0 : value - before;
  return (
    <div data-tone={more > 0 ? 'warn' : undefined}>
      <dt>{label}</dt>
      <dd>
        <strong>{formatNumber(value)}</strong>
        {before !== null && (
          <span>
            {more === 0
              ? t('preview.noChange')
              : t(more > 0 ? 'preview.more' : 'preview.fewer', { shown: formatNumber(Math.abs(more)) })}
          </span>
        )}
      </dd>
    </div>
  );
}
