try{const t=localStorage.getItem('pv-theme');if(t)document.documentElement.dataset.theme=t}catch{}
