import { useTranslation } from 'react-i18next';
import classes from './Skeletons.module.css';

const widths = ['62%', '48%', '71%', '55%', '66%', '43%', '58%', '69%'];

interface SkeletonProps {
  rows?: number;
}

/** A list that is coming: rows as high as the real ones. */
export function SkeletonRows({ rows = 12 }: SkeletonProps) {
  return (
    <Busy>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.row}>
          <span className={classes.dot} />
          {[0, 3, 5].map((shift) => (
            <span key={shift} className={classes.cell}>
              <Bar width={widths[(row + shift) % widths.length] ?? '50%'} />
            </span>
          ))}
        </div>
      ))}
    </Busy>
  );
}

/** Lines of text that are coming. */
export function SkeletonText({ rows = 3 }: SkeletonProps) {
  return (
    <Busy>
      <div className={classes.text}>
        {Array.from({ length: rows }, (_, row) => (
          <Bar key={row} width={row === rows - 1 ? '40%' : (widths[row % widths.length] ?? '60%')} />
        ))}
      </div>
    </Busy>
  );
}

/** A record that is coming: facts at the left, its timeline beside them. */
export function SkeletonRecord() {
  return (
    <Busy>
      <div className={classes.record}>
        <div className={classes.text}>
          <span className={classes.face} />
          <Bar width="80%" tall />
          {widths.slice(0, 6).map((width) => (
            <Bar key={width} width={width} />
          ))}
        </div>
        <div className={classes.text}>
          {widths.map((width) => (
            <div key={width} className={classes.entry}>
              <span className={classes.dot} />
              <Bar width={width} />
            </div>
          ))}
        </div>
      </div>
    </Busy>
  );
}

function Bar({ width, tall }: { width: string; tall?: boolean }) {
  return <span className={classes.bar} data-tall={tall || undefined} style={{ width }} />;
}

function Busy({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={classes.busy} role="status">
      <span className="s-visually-hidden">{t('state.loading')}</span>
      <div aria-hidden>{children}</div>
    </div>
  );
}
