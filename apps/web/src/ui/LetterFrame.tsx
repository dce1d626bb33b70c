import { useEffect, useRef, useState } from 'react';
import classes from './LetterFrame.module.css';

interface LetterFrameProps {
  /** The letter as it would be mailed. */
  html: string;
  title: string;
  /** As on a phone (360 px) or as wide as there is room. */
  width?: 'phone' | 'desktop';
}

/** Shows a letter as a mail program would: on a sheet of its own, in a sandbox where nothing runs and nothing is loaded. */
export function LetterFrame({ html, title, width = 'desktop' }: LetterFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [isReady, setReady] = useState(false);
  const [height, setHeight] = useState(480);
  useEffect(() => {
    const listen = ({ source, data }: MessageEvent<{ letterFrame?: string; letterHeight?: number }>) => {
      if (source !== frame.current?.contentWindow) return;
      if (data.letterFrame === 'ready') setReady(true);
      if (typeof data.letterHeight === 'number') setHeight(Math.min(Math.max(data.letterHeight, 120), 6000));
    };
    addEventListener('message', listen);
    return () => removeEventListener('message', listen);
  }, []);
  useEffect(() => {
    // The sandbox has no origin that could be named.
    if (isReady) frame.current?.contentWindow?.postMessage({ html }, '*');
  }, [isReady, html, width]);
  return (
    <div className={classes.desk} data-width={width}>
      <iframe
        ref={frame}
        src="/letter-frame.html"
        sandbox="allow-scripts"
        title={title}
        className={classes.sheet}
        style={{ height }}
      />
    </div>
  );
}
