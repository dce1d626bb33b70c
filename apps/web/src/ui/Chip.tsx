import type { ComponentType, ReactNode } from 'react';
import classes from './Chip.module.css';

export type Tone = 'plain' | 'accent' | 'info' | 'warn' | 'danger';

interface ChipProps {
  children: ReactNode;
  tone?: Tone;
  /** A tabler icon; colour never speaks alone, so a toned chip has a word and preferably an icon. */
  icon?: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
  title?: string;
}

/** A small state or label. */
export function Chip({ children, tone = 'plain', icon: Icon, title }: ChipProps) {
  return (
    <span className={classes.chip} data-tone={tone} title={title}>
      {Icon && <Icon size={12} stroke={2} aria-hidden />}
      <span className={classes.text}>{children}</span>
    </span>
  );
}
