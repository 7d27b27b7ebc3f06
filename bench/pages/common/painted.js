/**
 * Settles when what a page drew stands on the screen: what was drawn on canvases is forced out by reading a pixel, then
 * three frames pass, each with something to paint. The same for every page. With a GPU nothing is read back: it would
 * move the canvas to memory for good.
 */
export async function painted(root) {
  if (!new URLSearchParams(location.search).has('gpu')) {
    for (const canvas of root.querySelectorAll('canvas')) {
      if (canvas.width > 200) canvas.getContext('2d')?.getImageData(0, 0, 1, 1);
    }
  }
  const damage = document.createElement('i');
  damage.className = 'damage';
  document.body.append(damage);
  for (let frame = 0; frame < 3; frame++) {
    damage.textContent = String(frame);
    await new Promise(requestAnimationFrame);
  }
  damage.remove();
}
