import { Button, Menu, Skeleton } from '@mantine/core';
import { IconCheck, IconFilter } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { interactionTypes, type InteractionType } from '../../api/model.js';
import { formatMonth } from '../../i18n/format.js';
import { groupByDay } from './group-by-day.js';
import { timelineQuery, type TimelineOwner } from './queries.js';
import { TimelineEntry } from './TimelineEntry.js';
import { TypeIcon } from './TypeIcon.js';
import classes from './Timeline.module.css';

interface Props {
  owner: TimelineOwner;
  types: InteractionType[];
  onTypes: (types: InteractionType[]) => void;
  /** The company that goes without saying: the page's own, or the person's employer. */
  ownCompanyId: string | null;
  /** Shows the newest few, and older ones only when asked: something follows under it. */
  startsBrief: boolean;
}

const briefly = 5;

/** What happened, newest first, in days and months; older pages come when they are scrolled to. */
export function Timeline({ owner, types, onTypes, ownCompanyId, startsBrief }: Props) {
  const { t } = useTranslation('interactions');
  const query = useInfiniteQuery(timelineQuery(owner, types));
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const [isWhole, setWhole] = useState(false);
  const isCut = startsBrief && !isWhole && items.length > briefly;
  const groups = useMemo(
    () => groupByDay(isCut ? items.slice(0, briefly) : items, new Date()),
    [items, isCut],
  );
  const title = (key: string) =>
    key === 'today' || key === 'yesterday' || key === 'upcoming'
      ? t(`records:time.${key}`)
      : formatMonth(key);
  return (
    <section aria-label={t('timeline')} className={classes.timeline}>
      {(items.length > 0 || types.length > 0) && <TypeFilter types={types} onTypes={onTypes} />}
      {query.isPending && <TimelineSkeleton />}
      {query.isError && items.length === 0 && (
        <div className={classes.empty} role="alert">
          <p className={classes.emptyTitle}>{t('loadFailed')}</p>
          <Button variant="default" onClick={() => void query.refetch()}>
            {t('records:list.retry')}
          </Button>
        </div>
      )}
      {query.isSuccess && items.length === 0 && (
        <Nothing
          kind={types.length > 0 ? 'filtered' : owner.kind === 'contacts' ? 'person' : 'company'}
          onAll={() => onTypes([])}
        />
      )}
      {groups.map((group) => (
        <section key={`${group.key}.${group.items[0]?.id}`}>
          <h3 className={classes.day}>{title(group.key)}</h3>
          <ol className={classes.entries}>
            {group.items.map((item) => (
              <TimelineEntry
                key={item.id}
                item={item}
                ownIds={[owner.id, ownCompanyId]}
                withDate={group.key.length > 9}
              />
            ))}
          </ol>
        </section>
      ))}
      {(isCut || query.hasNextPage) && (
        <Older
          busy={query.isFetchingNextPage}
          waits={startsBrief}
          onReach={() => (isCut ? setWhole(true) : void query.fetchNextPage())}
          label={t('loadOlder')}
        />
      )}
    </section>
  );
}

/** Which kinds are shown: all, or the ones that are ticked. */
function TypeFilter({ types, onTypes }: Pick<Props, 'types' | 'onTypes'>) {
  const { t } = useTranslation('interactions');
  const toggle = (type: InteractionType) =>
    onTypes(types.includes(type) ? types.filter((other) => other !== type) : [...types, type]);
  const shown = types.map((type) => t(`common:interactionType.${type}`)).join(', ') || t('filter.all');
  return (
    <div className={classes.bar}>
      <h2 className={classes.title}>{t('timeline')}</h2>
      <Menu position="bottom-end" closeOnItemClick={false}>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconFilter size={14} stroke={1.7} aria-hidden />}
            aria-label={`${t('filter.label')}: ${shown}`}
            className={classes.filter}
          >
            {shown}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item closeMenuOnClick onClick={() => onTypes([])}>
            {t('filter.all')}
          </Menu.Item>
          <Menu.Divider />
          {interactionTypes.map((type) => (
            <Menu.Item
              key={type}
              role="menuitemcheckbox"
              aria-checked={types.includes(type)}
              leftSection={<TypeIcon type={type} size={15} />}
              rightSection={
                types.includes(type) ? <IconCheck size={14} aria-hidden /> : <span className={classes.tick} />
              }
              onClick={() => toggle(type)}
            >
              {t(`common:interactionType.${type}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

function Nothing({ kind, onAll }: { kind: 'filtered' | 'person' | 'company'; onAll: () => void }) {
  const { t } = useTranslation('interactions');
  return (
    <div className={classes.empty}>
      <p className={classes.emptyTitle}>{kind === 'filtered' ? t('empty.filtered') : t('empty.title')}</p>
      {kind === 'filtered' ? (
        <Button variant="default" onClick={onAll}>
          {t('empty.showAll')}
        </Button>
      ) : (
        <p>{t(`empty.${kind}`)}</p>
      )}
    </div>
  );
}

interface OlderProps {
  busy: boolean;
  /** Waits to be pressed. */
  waits: boolean;
  onReach: () => void;
  label: string;
}

/** A button that presses itself when it is scrolled into sight, unless it is to wait. */
function Older({ busy, waits, onReach, label }: OlderProps) {
  const button = useRef<HTMLButtonElement>(null);
  const reach = useRef(onReach);
  reach.current = onReach;
  useEffect(() => {
    const element = button.current;
    if (!element || busy || waits) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && reach.current(), {
      rootMargin: '600px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [busy, waits]);
  return (
    <Button ref={button} variant="subtle" color="gray" fullWidth loading={busy} onClick={onReach}>
      {label}
    </Button>
  );
}

function TimelineSkeleton() {
  return (
    <div aria-hidden className={classes.entries}>
      {[72, 48, 60, 40].map((width) => (
        <div key={width} className={classes.ghost}>
          <Skeleton circle height={26} />
          <div>
            <Skeleton height={12} width="30%" mb={8} />
            <Skeleton height={12} width={`${width}%`} />
          </div>
        </div>
      ))}
    </div>
  );
}
