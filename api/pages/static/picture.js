// Makes a picture answer: what a mark says, what belongs together, and arrows to walk from mark to mark.
const rows = [...document.querySelectorAll('[data-rows] tbody tr')].map(row => ({
  row, leads: new Set([...row.querySelectorAll('a')].map(link => link.getAttribute('href'))),
}))

/** The addresses of all that stands in one row of the table with an address. */
function together(address) {
  const found = rows.filter(each => each.leads.has(address))
  return { rows: found.map(each => each.row), leads: new Set([address, ...found.flatMap(each => [...each.leads])]) }
}

function enliven(figure) {
  const tip = Object.assign(document.createElement('div'), { className: 'tip', hidden: true })
  tip.setAttribute('role', 'status')
  figure.append(tip)
  let shown = null

  function show(link) {
    if (link === shown) return
    clear()
    shown = link
    const address = link.getAttribute('href')
    const group = together(address)
    const svg = link.closest('svg')
    svg.classList.add('lit')
    for (const each of svg.querySelectorAll('a')) each.classList.toggle('part', group.leads.has(each.getAttribute('href')))
    for (const row of group.rows) row.classList.add('part')
    link.classList.add('at')
    tip.textContent = link.querySelector('[aria-label]').getAttribute('aria-label')
    tip.hidden = false
    const frame = figure.getBoundingClientRect(), mark = link.getBoundingClientRect()
    const left = Math.min(Math.max(0, mark.left - frame.left + mark.width / 2 - tip.offsetWidth / 2), frame.width - tip.offsetWidth)
    const above = mark.top - frame.top - tip.offsetHeight - 8
    tip.style.left = `${left}px`
    tip.style.top = `${above > 0 ? above : mark.bottom - frame.top + 8}px`
  }

  function clear() {
    tip.hidden = true
    shown?.classList.remove('at')
    shown = null
    for (const svg of figure.querySelectorAll('.lit')) svg.classList.remove('lit')
    for (const row of document.querySelectorAll('tr.part')) row.classList.remove('part')
  }

  for (const svg of figure.querySelectorAll('svg.picture')) {
    const links = [...svg.querySelectorAll('a')].filter(link => link.querySelector('[aria-label]'))
    const place = link => link.getBoundingClientRect().left
    svg.addEventListener('pointerover', event => {
      const link = event.target.closest('a')
      if (link?.querySelector('[aria-label]')) show(link)
    })
    svg.addEventListener('pointerleave', clear)
    svg.addEventListener('focusin', event => event.target.closest('a') && show(event.target.closest('a')))
    svg.addEventListener('focusout', clear)
    const ordered = () => [...links].sort((one, other) => place(one) - place(other))
    // One stop for the tabulator; from there the arrows go on, from left to right.
    ordered()[0]?.setAttribute('tabindex', '0')
    svg.addEventListener('keydown', event => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
      if (event.key === 'Escape') clear()
      if (!step) return
      event.preventDefault()
      const all = ordered()
      const next = all[Math.min(Math.max(0, all.indexOf(document.activeElement) + step), all.length - 1)]
      for (const link of links) link.setAttribute('tabindex', link === next ? '0' : '-1')
      next.focus({ preventScroll: true })
    })
  }
}

for (const figure of document.querySelectorAll('[data-picture]')) enliven(figure)
