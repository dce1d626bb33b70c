/* The sheet on which the interface shows a letter: in a sandbox of no origin, with the styles that mail brings along. */
addEventListener('message', (event) => {
  if (event.source !== parent || typeof event.data?.html !== 'string') return;
  const letter = new DOMParser().parseFromString(event.data.html, 'text/html');
  document.replaceChild(document.importNode(letter.documentElement, true), document.documentElement);
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  parent.postMessage({ letterHeight: height }, '*');
});
parent.postMessage({ letterFrame: 'ready' }, '*');
