import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text.js';
import { useShortcuts } from '../../keyboard/shortcuts.js';
import { KeyHint, SkeletonText, toast } from '../../ui/index.js';
import { type Decision, type ListedMention, mentionsQuery, useDecide } from './queries.js';
import { Sentence, usePlaceName } from './Sentence.js';
import classes from './Erasure.module.css';

/** What may mean the person, one after the other, in its words: is it them or somebody else? */
export function DecideMentions({ id }: { id: string }) {
  const { data } = useQuery(mentionsQuery(id));
  if (!data) return <SkeletonText />;
  const open = data.items.filter(({ decision }) => decision === null);
  if (open.length === 0) return null;
  return <Deciding key={open.map((mention) => mention.id).join()} erasureId={id} mentions={open} />;
}

type Choices = Partial<Record<string, Decision>>;

function Deciding({ erasureId, mentions }: { erasureId: string; mentions: ListedMention[] }) {
  const { t } = useTranslation('erasure');
  const [at, setAt] = useState(0);
  const [choices, setChoices] = useState<Choices>({});
  const save = useSave(erasureId, choices);
  const mention = mentions[at];
  const decided = Object.keys(choices).length;
  const go = (to: number) => setAt(Math.min(Math.max(to, 0), mentions.length - 1));
  const choose = (decision: Decision) => {
    if (!mention) return;
    setChoices((before) => ({ ...before, [mention.id]: decision }));
    go(at + 1);
  };
  useShortcuts([
    { keys: '1', label: t('decide.replace'), run: () => choose('replace') },
    { keys: '2', label: t('decide.keep'), run: () => choose('keep') },
    { keys: 'j', label: t('decide.next'), run: () => go(at + 1) },
    { keys: 'k', label: t('decide.previous'), run: () => go(at - 1) },
  ]);
  if (!mention) return null;
  return (
    <section className={classes.deciding} aria-labelledby="decide">
      <div className={classes.head}>
        <h3 id="decide">{t('decide.title')}</h3>
        <span className={classes.because}>{t('decide.at', { at: at + 1, of: mentions.length })}</span>
      </div>
      <p className={classes.soft}>{t('decide.lead')}</p>
      <OneMention
        mention={mention}
        chosen={choices[mention.id]}
        choose={choose}
        previous={at > 0 ? () => go(at - 1) : undefined}
        next={at < mentions.length - 1 ? () => go(at + 1) : undefined}
      />
      <Button disabled={decided === 0} loading={save.isPending} onClick={save.run}>
        {t('decide.save', { decided, of: mentions.length })}
      </Button>
    </section>
  );
}

function useSave(erasureId: string, choices: Choices) {
  const { t } = useTranslation('erasure');
  const decide = useDecide(erasureId);
  const decisions = Object.entries(choices).flatMap(([id, decision]) => (decision ? [{ id, decision }] : []));
  return {
    isPending: decide.isPending,
    run: () =>
      decide.mutate(decisions, {
        onSuccess: ({ decided, changed }) =>
          toast(
            changed.length > 0
              ? t('decide.changed', { count: changed.length })
              : t('decide.done', { count: decided }),
          ),
        onError: (error) =>
          toast(problemText(error, t, { nothing_to_decide: t('decide.nothing') }), { tone: 'error' }),
      }),
  };
}

interface OneProps {
  mention: ListedMention;
  chosen: Decision | undefined;
  choose: (decision: Decision) => void;
  previous: (() => void) | undefined;
  next: (() => void) | undefined;
}

function OneMention({ mention, chosen, choose, previous, next }: OneProps) {
  const { t } = useTranslation('erasure');
  const placeName = usePlaceName();
  return (
    <div className={classes.card}>
      <div aria-live="polite">
        <p className={classes.because}>
          {placeName(mention.table)} · {t(`kind.${mention.kind}`)}
        </p>
        <Sentence context={mention.context} />
      </div>
      <div className={classes.choices}>
        <Choice keys="1" decision="replace" chosen={chosen} choose={choose} />
        <Choice keys="2" decision="keep" chosen={chosen} choose={choose} />
        <span className={classes.steppers}>
          <Button
            variant="subtle"
            color="gray"
            disabled={!previous}
            onClick={previous}
            aria-label={t('decide.previous')}
          >
            <IconArrowLeft size={16} aria-hidden />
          </Button>
          <Button variant="subtle" color="gray" disabled={!next} onClick={next} aria-label={t('decide.next')}>
            <IconArrowRight size={16} aria-hidden />
          </Button>
        </span>
      </div>
    </div>
  );
}

function Choice({
  keys,
  decision,
  chosen,
  choose,
}: Pick<OneProps, 'chosen' | 'choose'> & { keys: string; decision: Decision }) {
  const { t } = useTranslation('erasure');
  return (
    <Button
      variant={chosen === decision ? 'light' : 'default'}
      aria-pressed={chosen === decision}
      rightSection={<KeyHint keys={keys} />}
      onClick={() => choose(decision)}
    >
      {t(`decide.${decision}`)}
    </Button>
  );
}
