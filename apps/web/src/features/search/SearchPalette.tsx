import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Fragment, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closeDialog } from '../../shell/dialogs.js';
import { KeyHint } from '../../ui/index.js';
import { ResultRow } from './ResultRow.js';
import classes from './SearchPalette.module.css';
import type { Result } from './results.js';
import { endTypeAhead } from './type-ahead.js';
import { useResults } from './use-results.js';

/** Search and commands: `/` or ⌘K, type, arrows, Enter. */
export function SearchPalette({ opened }: { opened: boolean }) {
  const { t } = useTranslation('search');
  const { t: tCommon } = useTranslation();
  const isPhone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  return (
    <Modal.Root
      opened={opened}
      onClose={closeDialog}
      size="38rem"
      yOffset={isPhone ? '0.5rem' : '11vh'}
      xOffset={isPhone ? '0.5rem' : '5vw'}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('label')} classNames={{ content: classes.content }}>
        <Palette />
        <button type="button" className={classes.close} onClick={closeDialog}>
          {tCommon('action.close')}
        </button>
      </Modal.Content>
    </Modal.Root>
  );
}

function Palette() {
  const { t } = useTranslation('search');
  const [words, setWords] = useState('');
  const { groups, state, q } = useResults(words);
  const results = groups.flatMap((group) => group.results);
  const listId = useId();
  const { active, setActive, onKeyDown } = useListbox(results, q);
  const takeTypeAhead = () => {
    const ahead = endTypeAhead();
    if (ahead) setWords((before) => before + ahead);
  };

  return (
    <>
      <div className={classes.head}>
        <IconSearch size={18} stroke={1.7} aria-hidden />
        <input
          className={classes.input}
          type="text"
          role="combobox"
          aria-label={t('label')}
          aria-expanded
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={results[active] ? `${listId}-${active}` : undefined}
          placeholder={t('placeholder')}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          data-autofocus
          value={words}
          onFocus={takeTypeAhead}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <p className="s-visually-hidden" role="status">
        {q && state === 'ready' ? t('count', { count: results.length }) : ''}
      </p>
      {state === 'failed' && <p className={classes.note}>{t('failed')}</p>}
      {state === 'nothing' && (
        <p className={classes.note}>
          <strong>{t('none', { q })}</strong> {t('noneHint')}
        </p>
      )}
      <div className={classes.list} role="listbox" id={listId} aria-label={t('results')}>
        {groups.map((group, index) => (
          <Fragment key={group.key}>
            <p className={classes.group} role="presentation">
              {t(`group.${group.key}`)}
            </p>
            {group.results.map((result, offset) => {
              const position = groups.slice(0, index).reduce((sum, g) => sum + g.results.length, 0) + offset;
              return (
                <ResultRow
                  key={result.id}
                  id={`${listId}-${position}`}
                  result={result}
                  words={q}
                  isActive={position === active}
                  onHover={() => setActive(position)}
                />
              );
            })}
          </Fragment>
        ))}
      </div>
      <Foot />
    </>
  );
}

/** The arrows and Enter of the list; a new search starts at its first result. */
function useListbox(results: Result[], q: string) {
  const [active, setActive] = useState(0);
  const moved = useRef(false);
  useEffect(() => setActive(0), [q]);
  useEffect(() => {
    if (moved.current)
      document.querySelector('[role="option"][aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    moved.current = false;
  }, [active]);

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      moved.current = true;
      setActive((now) => (now + step + results.length) % Math.max(results.length, 1));
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      results[active]?.run();
    }
  }
  return { active, setActive, onKeyDown };
}

function Foot() {
  const { t } = useTranslation('search');
  return (
    <p className={classes.foot} aria-hidden>
      <span>
        <KeyHint keys="ArrowUp+ArrowDown" /> {t('hint.move')}
      </span>
      <span>
        <KeyHint keys="Enter" /> {t('hint.open')}
      </span>
      <span>
        <KeyHint keys="Escape" /> {t('hint.close')}
      </span>
    </p>
  );
}
