import { IconChevronRight, IconFileImport, IconUserPlus, IconUsersPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { openAdd } from '../../shell/dialogs.js';
import { useMay } from '../../shell/use-may.js';
import { useMe } from '../../shell/use-me.js';
import { KeyHint } from '../../ui/index.js';
import classes from './FreshStart.module.css';

/** A new company's first day: what to do first. */
export function FreshStart() {
  const { t } = useTranslation('today');
  const me = useMe();
  const may = useMay();
  return (
    <div className={classes.page}>
      <h1>{t('fresh.title', { name: me.name.split(' ')[0] })}</h1>
      <p className={classes.lead}>{t('fresh.lead')}</p>
      <ul className={classes.steps}>
        {may('contacts.create') && (
          <li>
            <button type="button" className={classes.step} onClick={() => openAdd('person')}>
              <StepText icon={IconUserPlus} title={t('fresh.person')} text={t('fresh.personText')} />
              <KeyHint keys="n" />
            </button>
          </li>
        )}
        {may('contacts.import') && (
          <li>
            <Link to="/import" className={classes.step}>
              <StepText icon={IconFileImport} title={t('fresh.import')} text={t('fresh.importText')} />
              <IconChevronRight size={16} stroke={1.6} aria-hidden />
            </Link>
          </li>
        )}
        {may('users.manage') && (
          <li>
            <Link to="/settings/users" className={classes.step}>
              <StepText icon={IconUsersPlus} title={t('fresh.colleague')} text={t('fresh.colleagueText')} />
              <IconChevronRight size={16} stroke={1.6} aria-hidden />
            </Link>
          </li>
        )}
      </ul>
    </div>
  );
}

function StepText({ icon: Icon, title, text }: { icon: typeof IconUserPlus; title: string; text: string }) {
  return (
    <>
      <span className={classes.icon}>
        <Icon size={20} stroke={1.6} aria-hidden />
      </span>
      <span className={classes.words}>
        <strong>{title}</strong>
        <span>{text}</span>
      </span>
    </>
  );
}
