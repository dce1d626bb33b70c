import { ActionIcon, Button } from '@mantine/core';
import { IconDownload, IconFileExport, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Export } from '../../api/model.js';
import { problemText } from '../../api/problem-text.js';
import { formatDateTime, formatNumber } from '../../i18n/format.js';
import { RouteError } from '../../shell/RouteError.js';
import { useMay } from '../../shell/use-may.js';
import { useMe } from '../../shell/use-me.js';
import { Chip, EmptyState, SkeletonRows, toast, type Tone, useDocumentTitle } from '../../ui/index.js';
import classes from './Exports.module.css';
import { exportsQuery, useExportActs } from './queries.js';

const tones: Record<Export['status'], Tone> = {
  awaiting_approval: 'warn',
  preparing: 'info',
  ready: 'accent',
  fetched: 'plain',
  refused: 'danger',
  withdrawn: 'plain',
  expired: 'plain',
  failed: 'danger',
};

/** Files of the register: what they are for, who made them, who agreed, until when they are there. */
export function ExportsPage() {
  const { t } = useTranslation('exports');
  useDocumentTitle(t('title'));
  const files = useQuery(exportsQuery);
  if (files.isError && !files.data) {
    return <RouteError error={files.error} reset={() => void files.refetch()} />;
  }
  if (!files.data) return <SkeletonRows rows={5} />;
  const waiting = files.data.items.filter(({ status }) => status === 'awaiting_approval');
  const others = files.data.items.filter(({ status }) => status !== 'awaiting_approval');
  if (files.data.items.length === 0) {
    return (
      <EmptyState icon={IconFileExport} title={t('emptyTitle')}>
        {t('emptyText')}
      </EmptyState>
    );
  }
  return (
    <div className={classes.page}>
      <p className={classes.lead}>{t('lead')}</p>
      {waiting.length > 0 && <Files title={t('waiting')} files={waiting} />}
      {others.length > 0 && <Files title={t('files')} files={others} />}
    </div>
  );
}

function Files({ title, files }: { title: string; files: Export[] }) {
  return (
    <section aria-label={title}>
      <h2 className={classes.heading}>{title}</h2>
      <ul className={classes.files}>
        {files.map((file) => (
          <File key={file.id} file={file} />
        ))}
      </ul>
    </section>
  );
}

function File({ file }: { file: Export }) {
  const { t } = useTranslation('exports');
  const rows = file.people ?? file.expected;
  const leftOut = Object.values(file.leftOut ?? {}).reduce((sum, n) => sum + n, 0);
  return (
    <li className={classes.file}>
      <div className={classes.what}>
        <p className={classes.purpose}>{file.purpose}</p>
        <p className={classes.quiet}>
          {[
            t(`kind.${file.kind}`),
            rows === null
              ? t('manyRows')
              : file.kind !== 'audit_events' || file.people
                ? t('rows', { count: rows, shown: formatNumber(rows) })
                : null,
            leftOut > 0 && t('leftOut', { count: leftOut, shown: formatNumber(leftOut) }),
            file.recipient && t('to', { recipient: file.recipient }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className={classes.quiet}>
          {t('made', { name: file.requestedBy.name, at: formatDateTime(file.requestedAt) })}
          {file.decidedBy &&
            ` · ${t(file.status === 'refused' ? 'refusedBy' : 'approvedBy', { name: file.decidedBy.name })}`}
        </p>
      </div>
      <div className={classes.state}>
        <Chip tone={tones[file.status]}>{t(`status.${file.status}`)}</Chip>
        <span className={classes.quiet}>{stateText(file, t)}</span>
      </div>
      <Acts file={file} />
    </li>
  );
}

function stateText(file: Export, t: ReturnType<typeof useTranslation<'exports'>>['t']): string | null {
  if (file.status === 'ready') return t('until', { at: formatDateTime(file.expiresAt) });
  if (file.status === 'fetched' && file.fetchedAt) return formatDateTime(file.fetchedAt);
  if (file.status === 'failed' && file.failure) return t(`failure.${file.failure}`);
  return null;
}

function Acts({ file }: { file: Export }) {
  const { t } = useTranslation(['exports', 'common']);
  const { t: tCommon } = useTranslation();
  const me = useMe();
  const may = useMay();
  const { decide, withdraw, download } = useExportActs(file.id);
  const isOwn = file.requestedBy.id === me.id;
  const onError = (error: unknown) =>
    toast(problemText(error, tCommon, { export_outdated: t('outdated'), export_over: t('over') }), {
      tone: 'error',
    });
  return (
    <div className={classes.acts}>
      {file.status === 'awaiting_approval' && !isOwn && may('exports.approve') && (
        <>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => decide.mutate('refuse', { onError })}
            loading={decide.isPending && decide.variables === 'refuse'}
          >
            {t('refuse')}
          </Button>
          <Button
            size="compact-sm"
            onClick={() => decide.mutate('approve', { onError })}
            loading={decide.isPending && decide.variables === 'approve'}
          >
            {t('approve')}
          </Button>
        </>
      )}
      {file.status === 'awaiting_approval' && isOwn && (
        <span className={classes.quiet}>{t('needsAnother')}</span>
      )}
      {file.status === 'ready' && isOwn && (
        <Button
          size="compact-sm"
          leftSection={<IconDownload size={15} stroke={1.7} aria-hidden />}
          onClick={() => download.mutate(file, { onError })}
          loading={download.isPending}
        >
          {t('fetch')}
        </Button>
      )}
      {['awaiting_approval', 'preparing', 'ready'].includes(file.status) && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`${t('withdraw')}: ${file.purpose}`}
          onClick={() => withdraw.mutate(undefined, { onError, onSuccess: () => toast(t('withdrawn')) })}
        >
          <IconTrash size={16} stroke={1.7} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}
