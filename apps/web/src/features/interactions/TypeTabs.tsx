import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { InteractionType } from '../../api/model.js';
import { loggedTypes } from './draft.js';
import { TypeIcon } from './TypeIcon.js';
import classes from './Composer.module.css';

interface Props {
  value: InteractionType;
  onChange: (type: InteractionType) => void;
}

/** The composer's [Note][Call][Mail]…: radio buttons, so the arrow keys walk through them. */
export function TypeTabs({ value, onChange }: Props) {
  const { t } = useTranslation();
  const name = useId();
  const types: readonly InteractionType[] = value === 'form' ? [...loggedTypes, 'form'] : loggedTypes;
  return (
    <fieldset className={classes.tabs}>
      <legend className="s-visually-hidden">{t('interactions:field.type')}</legend>
      {types.map((type) => (
        <label key={type} className={classes.tab} data-checked={type === value || undefined}>
          <input
            type="radio"
            className="s-visually-hidden"
            name={name}
            value={type}
            checked={type === value}
            onChange={() => onChange(type)}
          />
          <TypeIcon type={type} size={15} />
          <span>{t(`interactionType.${type}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
