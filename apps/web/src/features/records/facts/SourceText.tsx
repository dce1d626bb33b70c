import { useTranslation } from 'react-i18next';
import type { Source } from '../../../api/model.js';
import { formatDate } from '../../../i18n/format.js';
import classes from './SourceText.module.css';

/** One source in words: what kind, which exactly, when. */
export function SourceText({ source }: { source: Omit<Source, 'id'> }) {
  const { t } = useTranslation();
  const isAddress = /^https?:\/\//.test(source.what ?? '');
  return (
    <div className={classes.source}>
      <span className={classes.kind}>{t(`sourceKind.${source.kind}`)}</span>
      <time className={classes.when} dateTime={source.when}>
        {formatDate(source.when)}
      </time>
      {source.what && (
        <span className={classes.what}>
          {isAddress ? (
            <a href={source.what} target="_blank" rel="noreferrer noopener">
              {source.what.replace(/^https?:\/\/(www\.)?/, '')}
            </a>
          ) : (
            source.what
          )}
        </span>
      )}
    </div>
  );
}
