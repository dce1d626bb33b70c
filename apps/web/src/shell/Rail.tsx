import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Mark } from './Mark.js';
import { placesFor } from './nav.js';
import classes from './Rail.module.css';
import { useMe } from './use-me.js';

/** The way around: a rail at the left on a desk, a bar of five at the bottom of a phone. */
export function Rail() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const { controller } = me;
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const isHere = (to: string) => {
    const start = to === '/settings/me' ? '/settings' : to;
    return start === '/' ? pathname === '/' : pathname === start || pathname.startsWith(`${start}/`);
  };
  return (
    <nav className={classes.rail} aria-label={t('nav.label')}>
      <div className={classes.brand}>
        <Mark />
        <span className={classes.company} title={controller.name}>
          {controller.name}
        </span>
      </div>
      <ul className={classes.places}>
        {placesFor(me).map(({ key, to, icon: Icon, group }) => (
          <li key={key} data-group={group} data-place={key}>
            <Link to={to} className={classes.place} aria-current={isHere(to) ? 'page' : undefined}>
              <Icon size={18} stroke={1.6} aria-hidden />
              <span>{t(`nav.${key}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
