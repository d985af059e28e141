"""Explicit-state model checker for the sweep/refresh protocol. BFS, full state hashing, shortest traces."""
import sys, time
from collections import deque, namedtuple

# ---------- state ----------
St = namedtuple('St', 'world idx ev evid scope heads tombs revs wk bud infl clock seen dmg lend', defaults=((),(),None))
#  world[r]=(val|None, version)   idx[r]=val|None    ev/evid[r]=bitmask 1 create 2 delete 4 update (happened / stored as evidence)
#  scope=(digest|None, gen, complete)   head=(rev,val,conf,stamp,wv)   tomb=(rev,conf,stamp,wv)  rev entry=(kind,val,wv)
Wk = namedtuple('Wk', 'kind pc i g1 d1 c1 g obs hd cf tries wad mask sent r evt base rd al pend dm cm', defaults=(True,(),0,False))
#  obs[r]=(S,val,wv,t)  S in P present, M missing from listing, V listed then NotFound, F unread, L listed (detail/tags to come)
#  dmg=() or (scope item damaged, damaged head or tombstone per resource, what a repair in two steps has read)   lend=ghost: a complete listing has ended
Bud = namedtuple('Bud', 'world omit crash fail delay edit', defaults=(0,))
NONE_W = dict(pc='idle', i=0, g1=None, d1=None, c1=None, g=None, obs=None, hd=None, cf=None, tries=0, wad=False,
              mask=None, sent=None, base=None, rd=None)
def bit(v): return 1 if v is None else 2 << v
def rep(t, i, x): return t[:i] + (x,) + t[i+1:]

class Viol(Exception): pass

class Model:
    def __init__(s, p, n=1, sweeps=2, refreshes=(0,), kind='sys', bud=Bud(2,0,0,0,0), init='known', vals=(0,1),
                 recreate=True, skew=None, tries=2, splitheads=False, strong=True, order2=False, tag='', pfail=False, dscope=None, tsplit=False, ghost=False):
        s.p=p; s.n=n; s.kind=kind; s.vals=vals; s.recreate=recreate; s.skew=skew; s.maxtries=tries
        s.splitheads=splitheads; s.strong=strong; s.tag=tag; s.order2=order2; s.pfail=pfail; s.dscope=dscope; s.tsplit=tsplit
        s.R=range(n)
        wk=[Wk(kind='S', r=None, evt=None, **NONE_W) for _ in range(sweeps)] + \
           [Wk(kind='R', r=r, evt=None, **NONE_W) for r in refreshes]
        z=lambda x: tuple(x for _ in s.R)
        if init=='known':   # converged ledger, every resource v0
            s.s0=[St(z((0,0)), z(0), z(0), z(0), (z(0),0,True), z((1,0,0,0,0)), z(None), z((('BASELINE',0,0),)), tuple(wk), bud, (), 1)]
        elif init=='empty': # ledger empty, resource present
            s.s0=[St(z((0,0)), z(0), z(0), z(0), (None,0,False), z(None), z(None), z(()), tuple(wk), bud, (), 1)]
        elif init=='new':   # scope known and complete, resource 0 not there yet
            s.s0=[St(rep(z((0,0)),0,(None,0)), rep(z(0),0,None), z(0), z(0), (rep(z(0),0,None),0,True), rep(z((1,0,0,0,0)),0,None), z(None),
                     rep(z((('BASELINE',0,0),)),0,()), tuple(wk), bud, (), 1)]
        elif init=='gone':  # resource 0 deleted, tombstone
            s.s0=[St(rep(z((0,0)),0,(None,1)), rep(z(0),0,None), z(0), z(0), (rep(z(0),0,None),0,True), rep(z((1,0,0,0,0)),0,None),
                     rep(z(None),0,(2,0,0,1)), rep(z((('BASELINE',0,0),)),0,(('BASELINE',0,0),('DELETED',None,1))), tuple(wk), bud, (), 1)]
        elif init=='fresh': # ledger empty, resource 0 not there yet
            s.s0=[St(rep(z((0,0)),0,(None,0)), rep(z(0),0,None), z(0), z(0), (None,0,False), z(None), z(None), z(()), tuple(wk), bud, (), 1)]
        if bud.edit: s.s0=[x._replace(dmg=(0,z(0),None)) for x in s.s0]
        if ghost: s.s0=[x._replace(lend=x.scope[2]) for x in s.s0]
        s.conv={}
    # ---------- clock ----------
    def now(s, st, k):
        if s.p['rule']!='time': return 0, st.clock
        c=st.clock+1
        return c + (s.skew[k] if s.skew and k is not None and k < len(s.skew) else 0), c
    def norm(s, st):
        if s.p['rule']!='time' or s.skew: return st
        ts=set([0])
        for h in st.heads:
            if h: ts.add(h[2])
        for h in st.tombs:
            if h: ts.add(h[1])
        for w in st.wk:
            if w.sent is not None: ts.add(w.sent)
            if w.obs:
                for o in w.obs:
                    if o: ts.add(o[3]); 
            if w.cf:
                for c in w.cf:
                    if c: ts.add(c[2])
            if w.rd: ts.add(w.rd[2])
            if w.hd:
                for x in w.hd:
                    if x:
                        if x[0]: ts.add(x[0][2])
                        if x[1]: ts.add(x[1][1])
        for op in st.infl:
            if op[0]=='tx': ts.add(op[6])
        m={t:i for i,t in enumerate(sorted(ts))}
        H=lambda h: h and (h[0],h[1],m[h[2]],h[3],h[4])
        T=lambda h: h and (h[0],m[h[1]],h[2],h[3])
        O=lambda o: o and (o[0],o[1],o[2],m[o[3]])
        C=lambda c: c and (c[0],c[1],m[c[2]],c[3])
        wk=tuple(w._replace(sent=None if w.sent is None else m[w.sent],
                 obs=w.obs and tuple(O(o) for o in w.obs), cf=w.cf and tuple(C(c) for c in w.cf),
                 rd=w.rd and (w.rd[0],w.rd[1],m[w.rd[2]]),
                 hd=w.hd and tuple(x and (H(x[0]),T(x[1])) for x in w.hd)) for w in st.wk)
        infl=tuple(op[:6]+(m[op[6]],)+op[7:] if op[0]=='tx' else op for op in st.infl)
        return st._replace(heads=tuple(H(h) for h in st.heads), tombs=tuple(T(t) for t in st.tombs), wk=wk, infl=infl, clock=len(m))
    # ---------- writes to the ledger ----------
    def apply(s, st, op):
        """-> (ok, state); raises Viol"""
        d,gen,comp=st.scope
        t=op[0]
        if t=='wa':
            if op[1] is not None and gen!=op[1]: return False, st
            return True, st._replace(scope=(None,gen+1,comp))
        if t=='short':
            _,mode,g,dig=op
            if st.lend is not None: st=st._replace(lend=True)
            if mode=='put': return True, st._replace(scope=(dig,g,True))
            if mode=='update': return True, st._replace(scope=(d,gen,True))
            if gen!=g: return False, st
            return True, st._replace(scope=(d,gen,True))
        if t=='store':
            _,dig,g,setc=op[:4]
            if gen!=g: return False, st
            if st.lend is not None and op[4]: st=st._replace(lend=True)
            st=st._replace(scope=(dig,gen,comp or setc)); s.check_digest(st); return True, st
        if t=='complete':
            if st.lend is not None and op[1]: st=st._replace(lend=True)
            return True, st._replace(scope=(d,gen,True))
        _,r,kind,rev,val,wv,conf,smode,g,basecond,mask,proof=op
        if smode in('check','bump') and gen!=g: return False, st
        if s.p['basecond']:
            if (kind=='BASELINE' and comp and not (s.p.get('createdAt') and wv==0)) or (kind=='CREATED' and rev==1 and not comp): return False, st
        h,tb,rv=st.heads[r],st.tombs[r],st.revs[r]
        if rev<=len(rv): return False, st
        if rev>len(rv)+1: raise Viol('GAP: revision %d after %d'%(rev,len(rv)))
        if kind in('UPDATED','DELETED'):
            if h is None or h[0]!=rev-1: return False, st
        else:
            if h is not None: return False, st
            if tb is not None and tb[0]!=rev-1: return False, st
        # ---- properties of a recorded change
        if rv:
            lk,lv,lw=rv[-1]
            if wv<lw: raise Viol('ORDER: %s r%d (world version %d) recorded over newer version %d'%(kind,r,wv,lw))
            if lk!='DELETED' and kind!='DELETED' and lv==val: raise Viol('DUP')
            if lk=='DELETED' and kind in('DELETED','UPDATED'): raise Viol('DUP delete')
            if lk!='DELETED' and kind in('CREATED','BASELINE'): raise Viol('CREATED over live')
        elif kind in('UPDATED','DELETED'): raise Viol('first revision is '+kind)
        if s.order2 and st.seen and wv<st.seen[r]: raise Viol('ORDER2: %s r%d (world version %d) recorded after a finished look confirmed version %d'%(kind,r,wv,st.seen[r]))
        if not (mask & bit(val)): raise Viol('INVENTED: %s r%d=%s never existed within the reading'%(kind,r,val))
        if kind=='DELETED' and not proof: raise Viol('PROOF: DELETED r%d without both proofs'%r)
        if s.p.get('label2') and kind=='CREATED' and wv==0: raise Viol('LABEL2: CREATED recorded for a resource that existed all along')
        if kind=='BASELINE' and comp and not (s.p.get('createdAt') and wv==0): raise Viol('LABEL: BASELINE recorded after the first complete look ended')
        if kind=='CREATED' and rev==1 and not comp: raise Viol('LABEL: CREATED recorded before the first complete look ended')
        if st.lend is not None and rev==1 and (kind=='BASELINE')==st.lend: raise Viol('LABEL3: first revision %s r%d, a complete listing had%s ended'%(kind,r,'' if st.lend else ' not'))
        ng=gen
        if smode in('bump','add'): ng=gen+1; d=None
        e=(kind,val,wv)
        sg=gen if s.p.get('stampold') else ng
        if kind=='DELETED':
            st=st._replace(heads=rep(st.heads,r,None), tombs=rep(st.tombs,r,(rev,conf,sg,wv)))
        else:
            st=st._replace(heads=rep(st.heads,r,(rev,val,conf,sg,wv)), tombs=rep(st.tombs,r,None))
        st=st._replace(revs=rep(st.revs,r,rv+(e,)), scope=(d,ng,comp))
        if st.dmg: st=st._replace(dmg=(st.dmg[0],rep(st.dmg[1],r,0),st.dmg[2]))
        s.check_digest(st)
        return True, st
    def check_digest(s, st):
        if st.dmg:   # a damaged head's value is not the truth: the chain is
            if not st.dmg[0] and st.scope[0] is not None and st.scope[0]!=s.truth(st): raise Viol('DIGEST: stored digest %s, chains %s'%(st.scope[0],s.truth(st)))
            for r in s.R:
                if not st.dmg[1][r] and not s.fits(st,r): raise Viol('FIT: head %s, tombstone %s of r%d do not fit its chain %s'%(st.heads[r],st.tombs[r],r,st.revs[r]))
            return
        if s.strong and st.scope[0] is not None and st.scope[0]!=tuple(h and h[1] for h in st.heads):
            raise Viol('DIGEST: stored digest %s, heads %s'%(st.scope[0],tuple(h and h[1] for h in st.heads)))
    def truth(s, st): return tuple(None if not rv or rv[-1][0]=='DELETED' else rv[-1][1] for rv in st.revs)
    def fits(s, st, r):
        h,t,rv=st.heads[r],st.tombs[r],st.revs[r]
        if not rv: return not h and not t
        if rv[-1][0]=='DELETED': return not h and t is not None and t[0]==len(rv)
        return not t and h is not None and h[0]==len(rv) and h[1]==rv[-1][1]
    # ---------- damage and repair ----------
    def hurt(s, st): return st.dmg and (st.dmg[0] or any(st.dmg[1]))
    def edits(s, st):
        out=[]; b=st.bud._replace(edit=st.bud.edit-1); sd,rd,rp=st.dmg
        for r in s.R:
            if rd[r]: continue
            d=(sd,rep(rd,r,1),rp); h,t=st.heads[r],st.tombs[r]
            if h:
                for l,x in (('value',(h[0],9,h[2],0,h[4])),('revision-1',(h[0]-1,)+h[1:]),('revision+1',(h[0]+1,)+h[1:])):
                    out.append(('EDIT head r%d %s'%(r,l),st._replace(heads=rep(st.heads,r,x),dmg=d,bud=b)))
            elif t:
                for l,x in (('generation',(t[0],t[1],0,t[3])),('revision-1',(t[0]-1,)+t[1:]),('revision+1',(t[0]+1,)+t[1:])):
                    out.append(('EDIT tombstone r%d %s'%(r,l),st._replace(tombs=rep(st.tombs,r,x),dmg=d,bud=b)))
        if s.dscope=='unseen':   # the generation has no checksum: nobody sees it
            d,g,c=st.scope
            if g: out.append(('EDIT scope generation, unseen',st._replace(scope=(d,g-1,c),bud=b)))
        elif s.dscope and not sd:
            d,g,c=st.scope
            x=(tuple(v[0] for v in st.world),max(0,g-1) if s.dscope=='gen' else g,c)   # the worst digest: that of the world
            out.append(('EDIT scope item',st._replace(scope=x,dmg=(1,rd,rp),bud=b)))
        return out
    def repair(s, st, flags, revs, l='REPAIR'):
        d,g,c=st.scope; m=s.p.get('repgen','bump')
        ng=g+1 if m=='bump' else g
        if m=='total': ng=max([g]+[h[3] for h in st.heads if h]+[t[2] for t in st.tombs if t]+[sum(len(x) for x in st.revs)])+1
        stamp=0 if m=='zero' else ng
        if m=='count': ng=g+1; stamp=g
        H,T=st.heads,st.tombs
        for r in s.R:
            if flags[r] and revs[r]:
                k,v,wv=revs[r][-1]; n=len(revs[r])
                H=rep(H,r,None if k=='DELETED' else (n,v,0,stamp,wv)); T=rep(T,r,(n,0,stamp,wv) if k=='DELETED' else None)
        st=st._replace(heads=H,tombs=T,scope=(d if s.p.get('repdig')=='keep' else None,ng,c),dmg=(0,tuple(a&~b for a,b in zip(st.dmg[1],flags)),None))
        s.check_digest(st)
        return (l,st)
    def repairs(s, st):
        sd,rd,rp=st.dmg; m=s.p.get('repair','one')
        if m=='none': return []
        if m=='one': return [s.repair(st,rd,st.revs)] if s.hurt(st) else []
        if rp is None: return [('REPAIR reads (gen %d)'%st.scope[1],st._replace(dmg=(sd,rd,(st.scope[1],rd,st.revs))))] if s.hurt(st) else []
        if m=='two' and rp[0]!=st.scope[1]: return [('REPAIR LOST',st._replace(dmg=(sd,rd,None)))]
        return [s.repair(st,rp[1],rp[2],'REPAIR writes')]
    # ---------- slices (ChangeWriter) ----------
    def see(s, st, w, r, head=True, tomb=True):
        """the worker reads head and/or tombstone of r; a damaged one is not believed"""
        h,t=w.hd[r]; dm=w.dm
        bad=st.dmg and st.dmg[1][r] and not s.p.get('trust')
        if head:
            h=st.heads[r]
            if h and bad: h=None; dm|=1<<r
        if tomb:
            t=st.tombs[r]
            if t and bad: t=None; dm|=1<<r
        return w._replace(hd=rep(w.hd,r,(h,t)),dm=dm)
    def s_begin(s,w):
        p=s.p; g=[h[3] for h,_ in w.hd if h]
        al=not(p['cons'] and g and max(g)>w.g)
        dif=[r for r in s.R if w.obs[r][0]=='P' and (not w.hd[r][0] or (s.allowed(w,r,0) and w.hd[r][0][1]!=w.obs[r][1]))]
        mis=[r for r in s.R if w.obs[r][0]=='M' and w.hd[r][0] and s.listing_ok(w)]
        return s.s_next(w._replace(al=al,pend=tuple(r for r in dif+mis if not w.dm>>r&1)))
    def s_next(s,w):
        if not w.pend: return s.s_end(w)
        w=w._replace(i=w.pend[0],pend=w.pend[1:],cm=False)
        return s.s_attempt(w) if w.al or s.p.get('noslice') else w._replace(pc='reread')
    def s_attempt(s,w):
        r=w.i
        if w.dm>>r&1: return s.s_next(w)
        h,t=w.hd[r]
        if s.p['cons'] and (h[3] if h else t[2] if t else 0)>w.g: return w._replace(pc='reread',al=False,cm=False)
        c=s.change(w,r)
        if c and c[0] in('confirm','tags'): return w._replace(pc=c[0])
        if w.cm and s.p['moved']!='none': return w._replace(pc='moved')
        return w._replace(pc='tx') if c and c[0]=='C' else s.s_next(w)
    def s_lost(s,w,own):
        w=w._replace(al=False,cm=False)
        if w.tries>=s.maxtries: return s.s_end(w,True)
        return w._replace(pc='reread',tries=w.tries+1,dm=w.dm|(1<<w.i if own else 0))
    def s_end(s,w,failed=False):
        e=s.p['ends']
        setc=s.complete(w) and not failed if e=='complete' else s.listing_ok(w) and not(failed and e=='written')
        ok=not failed and (w.al or s.p.get('anydigest')) and (not w.dm or s.p.get('dmgdigest'))
        return w._replace(pc='store' if ok else 'store2' if setc else 'done',wad=setc,cm=failed,pend=(),i=0)
    def s_step(s, st, k, w, faults, put):
        p=s.p; pc=w.pc; out=[]; nm='S%d '%k; r=w.i
        bad=st.dmg and st.dmg[0]
        if pc=='qheads':
            if s.splitheads and s.n>1:
                nw=s.see(st,w._replace(i=r+1),r,tomb=False); last=r+1==s.n
                if last: nw=nw._replace(i=0)
            else:
                nw=w; last=True
                for q in s.R: nw=s.see(st,nw,q,tomb=False)
            if last:
                if any(nw.obs[q][0]=='P' and not nw.hd[q][0] for q in s.R):
                    nw=nw._replace(pc='qtombs')
                    if not s.tsplit: nw=s.s_tombs(st,nw)
                else: nw=s.s_begin(nw)
            put(nw,'queries heads%s'%(' r%d'%r if s.splitheads and s.n>1 else ''))
        elif pc=='qtombs': put(s.s_tombs(st,w),'reads tombstones')
        elif pc=='reread':
            if bad: put(w._replace(pc='done'),'reads scope item: DAMAGED'); return out
            if p.get('headsfirst'): put(s.see(st,w._replace(pc='rh',al=False),r),'reads head r%d again (before the scope item)'%r); return out
            nw=w._replace(pc='rh',g=st.scope[1],c1=st.scope[2],al=False)
            if p.get('newbegin'): nw=nw._replace(g1=st.scope[1])
            put(nw,'reads scope again (gen %d)'%st.scope[1])
        elif pc=='rh':
            if p.get('headsfirst'): nw=w._replace(g=st.scope[1],c1=st.scope[2])
            else: nw=s.see(st,w,r,tomb=not s.tsplit)
            put(nw._replace(pc='rt') if s.tsplit else s.s_attempt(nw),'reads head r%d again'%r)
        elif pc=='rt': put(s.s_attempt(s.see(st,w,r,head=False)),'reads tombstone r%d again'%r)
        elif pc in('confirm','tags'):
            v,wv=st.world[r]; cf=('N',None,0,wv) if v is None else ('X',v,0,wv)
            put(s.s_attempt(w._replace(cf=rep(w.cf,r,cf),cm=True)),'%s r%d: %s'%('Get' if pc=='confirm' else 'ListTags',r,'NotFound' if v is None else v))
            if faults and st.bud.fail: put(s.s_attempt(w._replace(cf=rep(w.cf,r,('U',None,0,wv)),cm=True)),'Get r%d FAILS'%r,st,fail=st.bud.fail-1)
        elif pc=='moved':
            if bad: put(w._replace(pc='done'),'reads scope item: DAMAGED'); return out
            nw=w._replace(cm=False)
            if st.scope[1]!=w.g and p['moved']!='adopt': nw=nw._replace(pc='reread',al=False)
            else: nw=s.s_attempt(nw._replace(g=st.scope[1],c1=st.scope[2]) if p['moved']=='adopt' else nw)
            put(nw,'reads scope after confirmation (gen %d)'%st.scope[1])
        elif pc=='tx':
            _,kind,rev,val,wv,conf,proof=s.change(w,r)
            op=('tx',r,kind,rev,val,wv,conf,'bump',w.g,None,w.mask[r],proof)
            own=st.scope[1]==w.g and not(rev==1 and (kind=='BASELINE')==st.scope[2])
            good,_=s.apply(st,op)
            def ok(w):
                hd=(None,(rev,conf,w.g+1,wv)) if kind=='DELETED' else ((rev,val,conf,w.g+1,wv),None)
                return s.s_next(w._replace(hd=rep(w.hd,r,hd),g=w.g+1,tries=0))
            out+=[(nm+l,x) for l,x in s.write(st,k,op,ok,lambda w:s.s_lost(w,own and not good),'tx %s r%d rev%d=%s'%(kind,r,rev,val))]
            if faults and st.bud.fail: put(s.s_end(w._replace(al=False),True),'TIME IS UP',st,fail=st.bud.fail-1)
        elif pc=='store':
            out+=[(nm+l,x) for l,x in s.write(st,k,('store',s.hdig(w),w.g,w.wad,s.ended(w)),lambda w:w._replace(pc='done'),
                lambda w:w._replace(pc='store2' if w.wad else 'done'),'stores digest %s if gen %s'%(s.hdig(w),w.g))]
        elif pc=='store2':
            out+=[(nm+l,x) for l,x in s.write(st,k,('complete',s.ended(w)),lambda w:w._replace(pc='done'),lambda w:w._replace(pc='done'),'ends without digest')]
        return out
    def s_tombs(s,st,w):
        for q in s.R:
            if w.obs[q][0]=='P' and not w.hd[q][0]: w=s.see(st,w,q,head=False)
        return s.s_begin(w)
    def ended(s,w): return s.listing_ok(w) and not(w.cm and s.p['ends']=='written')
    # ---------- sweep logic (local decisions) ----------
    def listing_ok(s,w): return all(o[0]!='F' or o[2]==-2 for o in w.obs)   # F with wv -2 = detail/tags unread, listing had it
    def complete(s,w): return all(o[0]!='F' for o in w.obs)
    def odig(s,w): return tuple(o[1] if o[0]=='P' else None for o in w.obs)
    def hdig(s,w): return tuple(x[0] and x[0][1] for x in w.hd)
    def after_obs(s,w):
        if s.complete(w) and w.d1 is not None and s.odig(w)==w.d1: return w._replace(pc='short')
        if s.p.get('slices'): return w._replace(pc='qheads', i=0, hd=tuple((None,None) for _ in s.R), cf=tuple(None for _ in s.R), g=w.g1)
        return w._replace(pc='heads', i=0, hd=tuple(None for _ in s.R), cf=tuple(None for _ in s.R), g=w.g1)
    def allowed(s,w,r,sent):
        h,t=w.hd[r]
        if s.p['rule']=='time':
            if h: return sent>=h[2]
            if t and s.p['tombrule']: return sent>=t[1]
            return True
        if s.p['rule']=='gen':
            if h: return h[3]<=w.g1
            if t: return t[2]<=w.g1
        return True
    def change(s,w,r):
        """-> ('C',kind,rev,val,wv,conf,proof) | ('blocked',) | ('unknown',) | None ; or ('confirm',) ('tags',)"""
        o=w.obs[r]; h,t=w.hd[r]; c=w.cf[r]
        if o[0]=='P':
            val,wv,tm=o[1],o[2],o[3]
            if h and h[1]==val: return None
            if s.kind=='app' and (h or s.p['newtags']):
                if c is None:
                    if not s.allowed(w,r,tm): return ('blocked',)
                    return ('tags',)
                if c[0]=='U' or c[0]=='N': return ('unknown',)
                val,wv,tm=c[1],c[3],c[2]
                if h and h[1]==val: return None
            if not s.allowed(w,r,tm): return ('blocked',)
            if h: return ('C','UPDATED',h[0]+1,val,wv,tm,True)
            if t and s.p['tombread']: return ('C','CREATED',t[0]+1,val,wv,tm,True)
            return ('C',s.first(w,wv),1,val,wv,tm,True)
        if o[0]=='F': return ('unknown',)
        if o[0] in 'MV':
            if not h: return None
            if o[0]=='V' and s.p['vanished']=='left': return ('unknown',)
            if not (s.listing_ok(w) if s.p['del_on']=='listing' else s.complete(w)): return ('unknown',)
            if c is None:
                if not s.allowed(w,r,o[3]): return ('blocked',)
                return ('confirm',)
            if c[0]=='U': return ('unknown',)
            if c[0]=='X':
                if s.p['found']=='compare' and s.kind!='app':
                    if c[1]==h[1]: return None
                    if not s.allowed(w,r,c[2]): return ('blocked',)
                    return ('C','UPDATED',h[0]+1,c[1],c[3],c[2],True)
                return None
            if not s.allowed(w,r,c[2]): return ('blocked',)
            return ('C','DELETED',h[0]+1,None,c[3],c[2],o[0]=='M')
    def decide(s,w):
        cs=[s.change(w,r) for r in s.R]
        for r,c in enumerate(cs):
            if c and c[0] in('confirm','tags'): return w._replace(pc=c[0],i=r)
        todo=[r for r in s.R if cs[r] and cs[r][0]=='C']
        if s.p['wa'] and not w.wad and (todo or s.p['wa_always']): return w._replace(pc='wa')
        if todo: return w._replace(pc='tx',i=todo[0])
        # nothing (more) to record
        comp=s.complete(w)
        left=any(c and c[0]=='blocked' for c in cs); unk=any(c and c[0]=='unknown' for c in cs)
        if s.p['digest']=='heads': return w._replace(pc='store')
        if not comp: return w._replace(pc='done')
        if left and not s.p['blocked_ok']: return w._replace(pc='store2')
        if unk and not s.p['unknown_ok']: return w._replace(pc='store2')
        return w._replace(pc='store')
    def lost(s,w):
        if w.tries>=s.maxtries: return w._replace(pc='done')
        return w._replace(pc='reread', tries=w.tries+1)
    def reset(s,w): return Wk(kind=w.kind, r=w.r, evt=w.evt, **NONE_W)
    # ---------- one write action of worker k: commit now, or (budget) delayed with unknown outcome ----------
    def write(s, st, k, op, ok, fail, label):
        out=[]
        w=st.wk[k]
        good,s2=s.apply(st,op)
        nw=(ok if good else fail)(w)
        out.append((label+('' if good else ' LOST'), s2._replace(wk=rep(s2.wk,k,s.trim(nw)))))
        if st.bud.delay>0 and good:
            b=st.bud._replace(delay=st.bud.delay-1); base=st._replace(bud=b, infl=st.infl+(op,))
            out.append((label+' DELAYED, worker dies', base._replace(wk=rep(st.wk,k,s.reset(w)))))
            out.append((label+' DELAYED, worker reads again', base._replace(wk=rep(st.wk,k,s.trim(fail(w))))))
        return out
    def trim(s,w):
        if w.pc in('done',): return Wk(kind=w.kind, r=w.r, evt=w.evt, **NONE_W)._replace(pc='done')
        return w
    # ---------- steps of one worker ----------
    def steps(s, st, k, faults=True):
        w=st.wk[k]; out=[]; p=s.p; nm='%s%d'%(w.kind,k)
        def put(nw, label, s2=st, **bud):
            b=s2.bud._replace(**bud) if bud else s2.bud
            out.append((nm+' '+label, s2._replace(bud=b, wk=rep(s2.wk,k,s.trim(nw)))))
        pc=w.pc
        if w.kind=='S':
            if pc=='idle' and st.dmg and st.dmg[0]: put(w._replace(pc='done'),'reads scope item: DAMAGED')
            elif pc=='idle':
                put(w._replace(pc='page',i=0,g1=st.scope[1],d1=st.scope[0],c1=st.scope[2],obs=tuple(None for _ in s.R),
                    mask=tuple(bit(v[0]) for v in st.world)), 'reads scope (gen %d, digest %s)'%(st.scope[1],st.scope[0]))
            elif pc=='page':
                r=w.i; v,wv=st.world[r]; t,c=s.now(st,k); st2=st._replace(clock=c)
                def nxt(o):
                    nw=w._replace(obs=rep(w.obs,r,o), i=r+1)
                    if r+1<s.n: return nw
                    return s.after_pages(nw)
                if v is None: put(nxt(('M',None,wv,t)),'lists r%d: absent'%r,st2)
                else:
                    o=('P',v,wv,t) if s.kind=='sys' else ('L',None,wv,t)
                    put(nxt(o),'lists r%d: %s'%(r,v),st2)
                    if faults and st.bud.omit: put(nxt(('M',None,wv,t)),'lists r%d: OMITTED'%r,st2,omit=st.bud.omit-1)
                if faults and st.bud.fail:  # this and later pages unread
                    obs=tuple(w.obs[q] if q<r else ('F',None,-1,t) for q in s.R)
                    put(s.after_pages(w._replace(obs=obs,i=s.n)),'page FAILS at r%d'%r,st2,fail=st.bud.fail-1)
            elif pc=='detail':
                r=w.i; v,wv=st.world[r]; t,c=s.now(st,k); st2=st._replace(clock=c)
                nxt=lambda o: s.after_detail(w._replace(obs=rep(w.obs,r,o)))
                if s.pfail and r==s.n-1: put(nxt(('F',None,-2,t)),'detail r%d DENIED'%r,st2); return out
                put(nxt(('V',None,wv,t) if v is None else ('P',v,wv,t)),'detail r%d: %s'%(r,'NOT FOUND' if v is None else v),st2)
                if faults and st.bud.fail: put(nxt(('F',None,-2,t)),'detail r%d FAILS'%r,st2,fail=st.bud.fail-1)
            elif pc=='index':
                t,c=s.now(st,k)
                obs=tuple(('P',st.idx[r] or 0,o[2],t) if o[0]=='L' else o for r,o in enumerate(w.obs))
                put(s.after_obs(w._replace(obs=obs)),'GetResources: %s'%(st.idx,),st._replace(clock=c))
            elif pc=='short':
                mode=p['short']
                op=('short',mode,w.g1,w.d1)
                out+=[(nm+' '+l,x) for l,x in s.write(st,k,op,lambda w:w._replace(pc='done'),
                    lambda w: w._replace(pc='reread',cf=tuple(None for _ in s.R),hd=tuple(None for _ in s.R)) if mode=='cond' else w._replace(pc='done'),'digest equal, done')]
                if s.order2: out=[(l,x._replace(seen=tuple(max(a,o[2]) for a,o in zip(x.seen or (0,)*s.n,w.obs))) if 'LOST' not in l and 'DELAYED' not in l else x) for l,x in out]
            elif p.get('slices') and pc!='short' and pc!='idle': out+=s.s_step(st,k,w,faults,put)
            elif pc=='reread':
                put(w._replace(pc='heads',i=0,g=st.scope[1],c1=st.scope[2],wad=False),'reads scope again (gen %d)'%st.scope[1])
            elif pc=='heads':
                if s.splitheads and s.n>1:
                    r=w.i; nw=w._replace(hd=rep(w.hd,r,(st.heads[r],st.tombs[r])),i=r+1)
                    put(nw if r+1<s.n else s.decide(nw),'reads head r%d'%r)
                else:
                    put(s.decide(w._replace(hd=tuple(zip(st.heads,st.tombs)))),'queries heads')
            elif pc in('confirm','tags'):
                r=w.i; v,wv=st.world[r]; t,c=s.now(st,k); st2=st._replace(clock=c)
                cf=('N',None,t,wv) if v is None else ('X',v,t,wv)
                put(s.decide(w._replace(cf=rep(w.cf,r,cf))),'%s r%d: %s'%('Get' if pc=='confirm' else 'ListTags',r,'NotFound' if v is None else v),st2)
                if faults and st.bud.fail: put(s.decide(w._replace(cf=rep(w.cf,r,('U',None,t,wv)))),'Get r%d FAILS'%r,st2,fail=st.bud.fail-1)
            elif pc=='wa':
                g={'none':None,'gen':w.g}[p['wa_cond']]
                def ok(w): return s.decide(w._replace(wad=True,g=st.scope[1]+1))
                out+=[(nm+' '+l,x) for l,x in s.write(st,k,('wa',g),ok,s.lost,'write-ahead')]
            elif pc=='tx':
                r=w.i; _,kind,rev,val,wv,conf,proof=s.change(w,r)
                op=('tx',r,kind,rev,val,wv,conf,p['txscope'],w.g,None,w.mask[r],proof)
                def ok(w):
                    ng=w.g+1 if p['txscope']=='bump' else w.g
                    hd=(None,(rev,conf,ng,wv)) if kind=='DELETED' else ((rev,val,conf,ng,wv),None)
                    return s.decide(w._replace(hd=rep(w.hd,r,hd),g=ng))
                out+=[(nm+' '+l,x) for l,x in s.write(st,k,op,ok,s.lost,'tx %s r%d rev%d=%s'%(kind,r,rev,val))]
            elif pc=='store':
                dig=s.odig(w) if p['digest']=='obs' else s.hdig(w)
                comp=s.listing_ok(w) if p.get('ends')=='listing' else s.complete(w)
                out+=[(nm+' '+l,x) for l,x in s.write(st,k,('store',dig,w.g,comp)+((s.listing_ok(w),) if st.lend is not None else ()),lambda w:w._replace(pc='done'),
                    lambda w:w._replace(pc='store2' if p['store2'] and comp else 'done'),'stores digest %s if gen %s'%(dig,w.g))]
            elif pc=='store2':
                out+=[(nm+' '+l,x) for l,x in s.write(st,k,('complete',)+((s.listing_ok(w),) if st.lend is not None else ()),lambda w:w._replace(pc='done'),lambda w:w._replace(pc='done'),'lastCompleteAt only')]
        else:
            r=w.r
            if pc=='idle':
                for e in (1,2,4):
                    if st.ev[r]&e and (w.evt is None or w.evt==e):
                        s2=st._replace(evid=rep(st.evid,r,st.evid[r]|e))
                        nw=w._replace(evt=e,pc='rhead' if p['rfirst'] else 'send')
                        put(nw,'event %s r%d, evidence stored'%({1:'create',2:'delete',4:'update'}[e],r),s2)
            elif pc=='rhead' and st.dmg and (st.dmg[0] or (st.dmg[1][r] and not p.get('trust'))): put(w._replace(pc='done'),'reads scope item, head: DAMAGED, left out')
            elif pc=='rhead':
                hd=((st.heads[r],st.tombs[r]),)
                nw=w._replace(hd=hd,g=st.scope[1],c1=st.scope[2])
                if not p['rfirst']: put(s.rdecide(nw,st),'reads head')
                elif w.rd is not None and w.hd is not None and s.hrev(w.hd[0])==s.hrev(hd[0]): put(s.rdecide(nw,st),'reads scope, head again: same')
                else: put(nw._replace(pc='send',rd=None),'reads scope (gen %d), head'%st.scope[1])
            elif pc=='send':
                t,c=s.now(st,k)
                put(w._replace(pc='ans',sent=t,mask=tuple(bit(v[0]) for v in st.world)),'sends Get',st._replace(clock=c))
            elif pc=='ans':
                v,wv=st.world[r]; t,c=s.now(st,k)
                nw=w._replace(rd=(v,wv,t))
                nw=s.rdecide(nw,st) if p['rfirst'] else nw._replace(pc='rhead')
                put(nw,'Get r%d: %s'%(r,'NotFound' if v is None else v),st._replace(clock=c))
                if faults and st.bud.fail: put(s.reset(w),'Get FAILS, redelivered',st,fail=st.bud.fail-1)
            elif pc=='rtx':
                kind,rev,val,wv,conf,proof=s.rchange(w,st)
                op=('tx',r,kind,rev,val,wv,conf,'bump' if p['rfirst'] else 'add',w.g,None,w.mask[r],proof)
                out+=[(nm+' '+l,x) for l,x in s.write(st,k,op,lambda w:w._replace(pc='done'),
                    lambda w:w._replace(pc='rhead',tries=w.tries+1) if w.tries<s.maxtries else w._replace(pc='done'),'tx %s r%d rev%d=%s'%(kind,r,rev,val))]
        if faults and st.bud.crash and pc not in('idle','done'):
            put(s.reset(w),'CRASHES at %s, redelivered'%pc,st,crash=st.bud.crash-1)
        return out
    def hrev(s,x): return (x[0] and x[0][0], x[1] and x[1][0])
    def rchange(s,w,st):
        v,wv,t=w.rd; (h,tb),=w.hd
        conf=w.sent if s.p['conf']=='sent' else t
        if s.p['rule']=='time':
            if h and w.sent<h[2]: return None
            if not h and tb and s.p['tombrule'] and w.sent<tb[1]: return None
        if v is None:
            if not h: return None
            if s.p['rnotfound']=='event' and not (st.evid[w.r]&2): return None
            return ('DELETED',h[0]+1,None,wv,conf,bool(st.evid[w.r]&2))
        if h: return None if h[1]==v else ('UPDATED',h[0]+1,v,wv,conf,True)
        if tb and s.p['tombread']: return ('CREATED',tb[0]+1,v,wv,conf,True)
        return (s.first(w,wv),1,v,wv,conf,True)
    def first(s,w,wv):
        if s.p.get('createdAt') and wv==0: return 'BASELINE'   # createdAt before the first complete look began (models with vals=(0,) only)
        return 'CREATED' if w.c1 else 'BASELINE'
    def rdecide(s,w,st):
        return w._replace(pc='rtx' if s.rchange(w,st) else 'done')
    def after_pages(s,w):
        if s.kind=='imp': return s.after_detail(w)
        if s.kind=='app':
            if any(o[0]=='L' for o in w.obs): return w._replace(pc='index')
        return s.after_obs(w)
    def after_detail(s,w):
        for r in s.R:
            if w.obs[r][0]=='L': return w._replace(pc='detail',i=r)
        return s.after_obs(w)
    # ---------- all successors ----------
    def succ(s, st):
        out=[]
        if st.bud.world:
            b=st.bud._replace(world=st.bud.world-1)
            for r in s.R:
                v,wv=st.world[r]
                opts=[]
                if v is None:
                    if wv==0 or s.recreate: opts=[(x,1,'is created as') for x in s.vals]
                else:
                    opts=[(None,2,'is deleted')]+[(x,4,'becomes') for x in s.vals if x!=v]
                for x,e,l in opts:
                    bt=bit(x)
                    wk=tuple(w._replace(mask=rep(w.mask,r,w.mask[r]|bt)) if w.mask else w for w in st.wk)
                    idx=st.idx if s.kind=='app' else st.idx
                    out.append(('WORLD r%d %s %s'%(r,l,'' if x is None else x), st._replace(world=rep(st.world,r,(x,wv+1)),wk=wk,bud=b,ev=rep(st.ev,r,st.ev[r]|e),idx=idx)))
        if s.kind=='app':
            for r in s.R:
                if st.idx[r]!=st.world[r][0]: out.append(('INDEX r%d catches up'%r, st._replace(idx=rep(st.idx,r,st.world[r][0]))))
        for j,op in enumerate(st.infl):
            rest=st.infl[:j]+st.infl[j+1:]
            s2=st._replace(infl=rest)
            out.append(('delayed write never arrives',s2))
            ok,s3=s.apply(s2,op); out.append(('DELAYED %s arrives%s'%(op[:5],'' if ok else ', LOST'),s3))
        if st.dmg:
            if st.bud.edit: out+=s.edits(st)
            out+=s.repairs(st)
        for k in range(len(st.wk)): out+=s.steps(st,k)
        return out
    # ---------- convergence: faults and changes stop, two sweeps alone ----------
    def converge(s, st):
        if st.infl: return
        key=(st.world,st.scope,st.heads,st.tombs,st.evid)
        if st.dmg: key+=(st.dmg[:2],)
        if key in s.conv: return
        s.conv[key]=1
        if st.dmg: st=st._replace(dmg=(st.dmg[0],st.dmg[1],None))
        if s.hurt(st):
            if not s.p.get('nohurt'): s.converge_hurt(st)
            s2=s.repair(st,st.dmg[1],st.revs)[1]
            s.converge2(s2)
        else: s.converge2(st)
    def converge_hurt(s, st):
        """two sweeps alone while something is damaged: the other resources converge, the damaged one's chain does not change"""
        s2=st._replace(idx=tuple(v[0] for v in st.world), bud=Bud(0,0,0,0,0))
        for n in range(2):
            s2=s2._replace(wk=(Wk(kind='S',r=None,evt=None,**NONE_W),))
            while s2.wk[0].pc!='done': (l,s2),=s.steps(s2,0,faults=False)
        if st.dmg[0]:
            if s2.revs!=st.revs: raise Viol('HURT: recorded although the scope item is damaged')
            return
        T=s.truth(s2)
        for r in s.R:
            if st.dmg[1][r]:
                if s2.revs[r]!=st.revs[r]: raise Viol('HURT: damaged r%d was recorded: %s'%(r,s2.revs[r][len(st.revs[r]):]))
            elif T[r]!=st.world[r][0] and not(s.pfail and r==s.n-1): raise Viol('HURT: r%d is undamaged and did not converge: %s, world %s'%(r,T[r],st.world[r][0]))
    def converge2(s, st):
        save,s.skew=s.skew,None
        try:
            s2=st._replace(idx=tuple(v[0] for v in st.world), clock=st.clock+1000, bud=Bud(0,0,0,0,0))
            log=[]
            for n in range(3):
                s2=s2._replace(wk=(Wk(kind='S',r=None,evt=None,**NONE_W),))
                rd=wr=0
                while s2.wk[0].pc!='done':
                    pc=s2.wk[0].pc
                    rd+=pc in('idle','heads','reread','qheads','qtombs','rh','rt','moved'); wr+=pc in('short','wa','tx','store','store2')
                    (l,s2),=s.steps(s2,0,faults=False); log.append(l)
                H=tuple(h and h[1] for h in s2.heads); Wd=tuple(v[0] for v in s2.world)
                if n==1:
                    if s.pfail and H[:-1]!=Wd[:-1]: raise Viol('CONVERGE (last resource unreadable for good): heads %s world %s'%(H,Wd))
                    if s.pfail: continue
                    if H!=Wd: raise Viol('CONVERGE: after two clean complete sweeps heads %s, world %s, digest %s'%(H,Wd,s2.scope[0]))
                    if s2.scope[0]!=H: raise Viol('CONVERGE: digest %s, heads %s after two clean sweeps'%(s2.scope[0],H))
                if n==2 and not s.pfail and (rd,wr)!=(1,1): raise Viol('COST: unchanged sweep cost %d reads %d writes'%(rd,wr))
        finally: s.skew=save
    def run(s, limit=3_000_000, quiet=False, maxsec=600):
        t0=time.time(); states=[]; par=[]; lab=[]; seen={}
        q=deque()
        for x in s.s0:
            x=s.norm(x); seen[hash(x)]=0; states.append(x); par.append(-1); lab.append('start'); q.append(0)
        n=0; viol=None
        def trace(i,extra):
            tr=[extra] if extra else []
            while i>=0: tr.append(lab[i]); i=par[i]
            return tr[::-1][1:]
        quiet_states=0
        while q:
            i=q.popleft(); st=states[i]; states[i]=None
            try:
                if all(w.pc in('idle','done') for w in st.wk) and not s.p.get('noconv'):
                    quiet_states+=1; s.converge(st)
            except Viol as v: viol=(str(v),trace(i,None)); break
            # expand; find violating actions one by one
            try: nxt=s.succ(st)
            except Viol as v:
                viol=(str(v),trace(i,None)+['>>> next step violates']); break
            for l,x in nxt:
                x=s.norm(x); h=hash(x)
                if h in seen: continue
                seen[h]=1; states.append(x); par.append(i); lab.append(l); q.append(len(states)-1)
            if len(par)>limit or time.time()-t0>maxsec: viol=('LIMIT',[]); break
        dt=time.time()-t0
        res='%-9s'%('OK' if viol is None else 'VIOLATED' if viol[0]!='LIMIT' else 'LIMIT')
        print('%s %-46s states %8d  quiescent %7d  conv-keys %6d  %5.1fs'%(res,s.tag,len(par),quiet_states,len(s.conv),dt))
        if viol and viol[0]!='LIMIT' and not quiet:
            print('   ',viol[0])
            for l in viol[1]: print('      ',l)
        sys.stdout.flush()
        return viol
# ---------- protocols ----------
TEXT=dict(rule='time', conf='answered', tombrule=True, tombread=True, digest='obs', wa=True, wa_always=True, wa_cond='gen',
          txscope='none', short='update', basecond=False, vanished='missing', del_on='complete', found='omission', newtags=False,
          blocked_ok=False, unknown_ok=True, store2=True, rfirst=False, rnotfound='always')
def P(**k): d=dict(TEXT); d.update(k); return d
# fixed: digest of heads, every tx bumps and checks the generation, generation rule, no write-ahead
FIX=P(rule='gen', digest='heads', wa=False, txscope='bump', short='cond', basecond=True, vanished='left', del_on='listing', found='compare',
      newtags=True, rfirst=True, rnotfound='event')
# alternative: keep write-ahead, tx checks the generation; stamp = generation
# as the Java code of 2026-11-27: slices of one resource, a complete listing ends BASELINE
JAVA=dict(FIX); JAVA.update(short='update', slices=True, ends='written', cons=True, moved='reread')
