import { createHash } from 'node:crypto';

/** The look of the public pages: one column, large print, the reader's own scheme. Sent with the page, allowed by its hash. */
export const style = `
:root{color-scheme:light dark;--page:#fefdfc;--ink:#1d1b18;--soft:#4d4943;--line:#d5d1c8;--accent:#1f5c49;--on:#fff;--calm:#e6f1ec;--no:#a5321f}
@media(prefers-color-scheme:dark){:root{--page:#181715;--ink:#eceae5;--soft:#c9c5bd;--line:#403d37;--accent:#7fc0a5;--on:#10231c;--calm:#1d2f28;--no:#ee8f7d}}
*{box-sizing:border-box}
html{font-size:112.5%;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:40em;padding:1rem 1.25rem 3rem;background:var(--page);color:var(--ink);font:1rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere;hyphens:auto}
header{display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between;align-items:center;border-bottom:1px solid var(--line);padding-bottom:.5rem}
nav{display:flex;flex-wrap:wrap;gap:.25rem;margin:0 -.4rem}
nav a{display:inline-flex;align-items:center;justify-content:center;min-height:44px;min-width:44px;padding:0 .4rem}
nav a[aria-current]{color:var(--ink);font-weight:600;text-decoration:none}
h1{font-size:clamp(1.25rem,6vw,1.7rem);line-height:1.25;margin:1.5rem 0 1rem;text-wrap:balance}
h2{font-size:1.25rem;line-height:1.3;margin:2.75rem 0 .5rem}
h3{font-size:1.1rem;margin:1.75rem 0 0}
p{margin:.5rem 0 1rem;text-wrap:pretty}
a{color:var(--accent);text-underline-offset:.15em}
ul{list-style:none;margin:0;padding:0}
li{display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between;align-items:center;padding:.6rem 0;border-bottom:1px solid var(--line)}
li>div{flex:1 1 9.5em}
li b{font-weight:500;display:block}
small{font-size:.9rem;color:var(--soft);display:block}
.no{color:var(--no)}
label{display:block;font-weight:600;margin-top:1rem}
input,select,textarea{display:block;width:100%;min-height:44px;padding:.5rem .75rem;font:inherit;color:inherit;background:var(--page);border:1px solid var(--soft);border-radius:6px}
summary{min-height:44px;padding:.6rem 0;cursor:pointer;font-weight:600}
form .main{margin-top:1rem}
button,.button{display:inline-flex;align-items:center;justify-content:center;min-height:44px;padding:.4rem 1rem;font:inherit;line-height:1.3;font-weight:600;text-align:center;text-decoration:none;border:1px solid var(--accent);border-radius:6px;background:none;color:var(--accent);cursor:pointer;max-width:100%}
.main{background:var(--accent);color:var(--on);padding:.7rem 1.4rem}
button:hover,.button:hover{text-decoration:underline}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.done{background:var(--calm);border-left:4px solid var(--accent);padding:.75rem 1.25rem;margin:1.5rem 0}
.done h1,.done h2{margin:.25rem 0 .5rem}
blockquote{margin:1rem 0;padding:.25rem 0 .25rem 1rem;border-left:4px solid var(--line)}
dl{margin:0}
dt{font-weight:600;margin-top:.6rem}
dd{margin:0}
footer{margin-top:3rem;padding-top:.75rem;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}
@media(max-width:30em){.main{width:100%}}
@media print{button,.button,nav{display:none}}
`;

/** The style as a source in a content security policy. */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
