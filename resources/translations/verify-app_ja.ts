<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About verify-app</source>
        <translation>verify-app について</translation>
    </message>
    <message>
        <source>verify-app {version}

Review what a YOLO26 model proposed, keep who verified what, and write datasets whose share of real, human-verified data is enforced.

Free software under the AGPL-3.0. Every decision is saved at once in the project's folder; nothing leaves this computer unless you agree to it.</source>
        <translation>verify-app {version}

YOLO26 モデルが出した候補をレビューし、誰が何を確認したかを記録し、人が確認した実データの割合を守ったデータセットを書き出します。

AGPL-3.0 の自由ソフトウェアです。判断はその都度プロジェクトのフォルダーに保存され、同意なしにこのコンピューターの外へ出ることはありません。</translation>
    </message>
</context>
<context>
    <name>AddImages</name>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Add a folder first.</source>
        <translation>先にフォルダーを追加してください。</translation>
    </message>
    <message>
        <source>Add a video or a file of labels…</source>
        <translation>動画またはラベルのファイルを追加…</translation>
    </message>
    <message>
        <source>Add images</source>
        <translation>画像を追加</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>取り込む内容</translation>
    </message>
    <message>
        <source>Choose a video or a file of labels</source>
        <translation>動画またはラベルのファイルを選択</translation>
    </message>
    <message>
        <source>Choose the folder of the images</source>
        <translation>画像が入っているフォルダーを選択</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Images and labels: COCO</source>
        <translation>画像とラベル: COCO</translation>
    </message>
    <message>
        <source>Images and labels: CVAT</source>
        <translation>画像とラベル: CVAT</translation>
    </message>
    <message>
        <source>Images and labels: DOTA</source>
        <translation>画像とラベル: DOTA</translation>
    </message>
    <message>
        <source>Images and labels: Pascal VOC</source>
        <translation>画像とラベル: Pascal VOC</translation>
    </message>
    <message>
        <source>Images and labels: Ultralytics NDJSON</source>
        <translation>画像とラベル: Ultralytics NDJSON</translation>
    </message>
    <message>
        <source>Images and labels: YOLO</source>
        <translation>画像とラベル: YOLO</translation>
    </message>
    <message>
        <source>Images and labels: labelme, X-AnyLabeling</source>
        <translation>画像とラベル: labelme, X-AnyLabeling</translation>
    </message>
    <message>
        <source>Images and labels; find out the format</source>
        <translation>画像とラベル（形式は自動判別）</translation>
    </message>
    <message>
        <source>Images are in</source>
        <translation>画像の場所</translation>
    </message>
    <message>
        <source>Images only</source>
        <translation>画像のみ</translation>
    </message>
    <message>
        <source>Images stay where they are; the project remembers them.</source>
        <translation>画像は元の場所に残り、プロジェクトは場所だけを覚えます。</translation>
    </message>
    <message>
        <source>Look at what each number is here, then confirm it.</source>
        <translation>各番号がここで何かを見てから確認してください。</translation>
    </message>
    <message>
        <source>Nothing beside the labels names their classes, and the project has none yet. Add its classes first, or put a classes.txt beside the labels with a name a line.</source>
        <translation>ラベルのそばにクラス名を示すものがなく、プロジェクトにもまだクラスがありません。先にクラスを追加するか、1 行に 1 名の classes.txt をラベルのそばに置いてください。</translation>
    </message>
    <message>
        <source>Nothing beside the labels names their classes. By their place in the project's list the numbers are these; change what is different, then confirm it.</source>
        <translation>ラベルのそばにクラス名を示すものがありません。プロジェクトのリスト順では番号は次のとおりです。違うものを直してから確認してください。</translation>
    </message>
    <message>
        <source>Of videos take</source>
        <translation>動画から取るもの</translation>
    </message>
    <message>
        <source>Read the class names</source>
        <translation>クラス名の読み取り</translation>
    </message>
    <message>
        <source>Reading the class names…</source>
        <translation>クラス名を読み取っています…</translation>
    </message>
    <message>
        <source>Say how many frames to take of {name}.</source>
        <translation>{name} から取るフレーム数を指定してください。</translation>
    </message>
    <message>
        <source>Say what to do with: {names}.</source>
        <translation>扱いを決めてください: {names}</translation>
    </message>
    <message>
        <source>The numbers mean these classes</source>
        <translation>番号はこれらのクラスを意味する</translation>
    </message>
    <message>
        <source>The project has no class yet; it takes those of the labels, in their order.</source>
        <translation>プロジェクトにまだクラスがないため、ラベルのクラスをその順に使います。</translation>
    </message>
    <message>
        <source>There is no {path} any more; take it off the list or put it back.</source>
        <translation>{path} がなくなっています。リストから外すか、元の場所に戻してください。</translation>
    </message>
    <message>
        <source>Vouched for by</source>
        <translation>保証する人</translation>
    </message>
    <message>
        <source>What the labels call a class, and what it is here; nothing is guessed.</source>
        <translation>ラベルでのクラス名と、ここでのクラス。推測はしません。</translation>
    </message>
    <message>
        <source>Who vouches that these labels are right and that nothing is missing.</source>
        <translation>これらのラベルが正しく、抜けもないと保証する人です。</translation>
    </message>
    <message>
        <source>beside the labels</source>
        <translation>ラベルと同じ場所</translation>
    </message>
    <message>
        <source>nobody: they come in unverified</source>
        <translation>なし: 未確認として取り込みます</translation>
    </message>
    <message>
        <source>{number} ({n} labels)</source>
        <translation>{number}（ラベル {n} 個）</translation>
    </message>
</context>
<context>
    <name>AdjustSheet</name>
    <message>
        <source>As it is</source>
        <translation>元のまま</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>明るさ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>コントラスト</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>ガンマ</translation>
    </message>
    <message>
        <source>Only on the screen: the file and the model see nothing of it.</source>
        <translation>画面表示だけの調整です。ファイルやモデルには影響しません。</translation>
    </message>
    <message>
        <source>View of the picture</source>
        <translation>画像の見え方</translation>
    </message>
</context>
<context>
    <name>Aiming</name>
    <message>
        <source>A click selects.</source>
        <translation>クリックで選択します。</translation>
    </message>
    <message>
        <source>What the pointer comes to is selected, and keys act on it. [aim] ends that.</source>
        <translation>ポインターが乗ったものが選択され、キーはそれに効きます。[aim] で終わります。</translation>
    </message>
</context>
<context>
    <name>BlindSettling</name>
    <message>
        <source>All labels are right  ([complete])</source>
        <translation>ラベルはすべて正しい  ([complete])</translation>
    </message>
    <message>
        <source>Drawn blind as {name}; the model said {theirs}.</source>
        <translation>ブラインドで {name} と描画、モデルは {theirs} と予測しました。</translation>
    </message>
    <message>
        <source>Drawn blind: the model did not see this {name}.</source>
        <translation>ブラインド描画: モデルはこの {name} を検出していません。</translation>
    </message>
    <message>
        <source>Drawn blind: the model outlined this {name} differently (thin line).</source>
        <translation>ブラインド描画: モデルはこの {name} の形が異なります（細線）。</translation>
    </message>
    <message>
        <source>Drawn blind: the model saw {name} here, and nothing was drawn.</source>
        <translation>ブラインド描画: モデルはここに {name} を検出しましたが、描画はありません。</translation>
    </message>
    <message>
        <source>Settled: the labels were right, {n} times. [undo] takes it back.</source>
        <translation>解決: {n} 件ともラベルが正しいとしました。[undo] で元に戻せます。</translation>
    </message>
    <message>
        <source>Settled: the model was right. [undo] takes it back.</source>
        <translation>解決: モデルが正しいとしました。[undo] で元に戻せます。</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Image</source>
        <translation>表示中の画像</translation>
    </message>
</context>
<context>
    <name>ClassEditing</name>
    <message>
        <source>Merged {a} into {b}. [undo] takes it back.</source>
        <translation>{a} を {b} に統合しました。[undo] で元に戻せます。</translation>
    </message>
</context>
<context>
    <name>ClassList</name>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>統合先</translation>
    </message>
    <message>
        <source>New class</source>
        <translation>新しいクラス</translation>
    </message>
    <message>
        <source>New class, Enter adds it</source>
        <translation>新しいクラス（Enter で追加）</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
</context>
<context>
    <name>ClassPopup</name>
    <message>
        <source>Class</source>
        <translation>クラス名</translation>
    </message>
    <message>
        <source>Find a class</source>
        <translation>クラスを検索</translation>
    </message>
</context>
<context>
    <name>Compared</name>
    <message>
        <source>, not verified any more</source>
        <translation>、確認が外れた</translation>
    </message>
    <message>
        <source>, verified now</source>
        <translation>、確認された</translation>
    </message>
    <message>
        <source>Classes with as many objects as before: {n}</source>
        <translation>物体数が変わらないクラス: {n}</translation>
    </message>
    <message>
        <source>From {before} to {after}: images +{added} −{removed}, {changed} changed, {moved} moved; labels +{more} −{fewer}, {regraded} images with other evidence.</source>
        <translation>{before} から {after} へ: 画像 +{added} −{removed}、変更 {changed}、移動 {moved}。ラベル +{more} −{fewer}、根拠だけが変わった画像 {regraded}。</translation>
    </message>
    <message>
        <source>Images that came, went or changed</source>
        <translation>加わった・外れた・変わった画像</translation>
    </message>
    <message>
        <source>Objects in train by class</source>
        <translation>クラス別の学習用物体</translation>
    </message>
    <message>
        <source>Training images, real and others</source>
        <translation>学習画像の実写とその他</translation>
    </message>
</context>
<context>
    <name>CompositionBar</name>
    <message>
        <source>1 other</source>
        <translation>その他 1</translation>
    </message>
    <message>
        <source>Composition of the training set</source>
        <translation>学習セットの構成</translation>
    </message>
    <message>
        <source>{n} left out</source>
        <translation>除外 {n}</translation>
    </message>
    <message>
        <source>{n} others</source>
        <translation>その他 {n}</translation>
    </message>
    <message>
        <source>{n} real and verified</source>
        <translation>実写・確認済み {n}</translation>
    </message>
</context>
<context>
    <name>CropView</name>
    <message>
        <source>Crops</source>
        <translation>切り抜き一覧</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>1 suggestion of a program is left; it counts for nothing.</source>
        <translation>プログラムの提案が 1 件残っています（数には入りません）。</translation>
    </message>
    <message>
        <source>Complete and empty: {name}.</source>
        <translation>完了（対象なし）: {name}</translation>
    </message>
    <message>
        <source>Complete and empty: {name}. Proposals rejected: {n}; [undo] takes it back.</source>
        <translation>完了（対象なし）: {name}。却下した候補: {n}。[undo] で元に戻せます。</translation>
    </message>
    <message>
        <source>Complete: {name}.</source>
        <translation>完了: {name}</translation>
    </message>
    <message>
        <source>Done again: {what}.</source>
        <translation>やり直しました: {what}</translation>
    </message>
    <message>
        <source>Flag cleared.</source>
        <translation>要検討の印を外しました。</translation>
    </message>
    <message>
        <source>Flagged as unsure. The image is not complete until the flag is cleared ([flag]).</source>
        <translation>要検討の印を付けました。外す（[flag]）まで、この画像は完了になりません。</translation>
    </message>
    <message>
        <source>One hidden proposal may have been missed. [accept] accepts it; [complete] again leaves it out.</source>
        <translation>隠れた候補 1 件を見落としているかもしれません。[accept] で承認、もう一度 [complete] で見送ります。</translation>
    </message>
    <message>
        <source>One hidden proposal may have been missed. [accept] accepts it; [empty]: nothing is here.</source>
        <translation>隠れた候補 1 件が見落としかもしれません。[accept] で承認、[empty] で「何もない」とします。</translation>
    </message>
    <message>
        <source>Origin of {n} set: {origin}.</source>
        <translation>{n} 枚の由来を設定しました: {origin}</translation>
    </message>
    <message>
        <source>Released from gold: {n}.</source>
        <translation>gold から外しました: {n}</translation>
    </message>
    <message>
        <source>Removed from the project: {n}. [undo] brings them back.</source>
        <translation>プロジェクトから外しました: {n}。[undo] で元に戻せます。</translation>
    </message>
    <message>
        <source>Reopened {n} images.</source>
        <translation>{n} 枚の画像を再開しました。</translation>
    </message>
    <message>
        <source>Reopened.</source>
        <translation>再開しました。</translation>
    </message>
    <message>
        <source>Reserved for gold: {n}.</source>
        <translation>gold に取り置きました: {n}</translation>
    </message>
    <message>
        <source>Smaller than 6 pixels on the screen: {n}; [undo] takes it back.</source>
        <translation>画面上で 6 ピクセル未満: {n}。[undo] で取り消せます。</translation>
    </message>
    <message>
        <source>Undone: {what}.</source>
        <translation>元に戻しました: {what}</translation>
    </message>
    <message>
        <source>{name}: {file}.</source>
        <translation>{name}: {file}</translation>
    </message>
    <message>
        <source>{n} hidden proposals may have been missed. [accept] accepts one; [complete] again leaves them out.</source>
        <translation>隠れた候補 {n} 件を見落としているかもしれません。[accept] で 1 件承認、もう一度 [complete] で見送ります。</translation>
    </message>
    <message>
        <source>{n} hidden proposals may have been missed. [accept] accepts one; [empty]: nothing is here.</source>
        <translation>隠れた候補 {n} 件が見落としかもしれません。[accept] で 1 件承認、[empty] で「何もない」とします。</translation>
    </message>
    <message>
        <source>{n} suggestions of programs are left; they count for nothing.</source>
        <translation>プログラムの提案が {n} 件残っています（数には入りません）。</translation>
    </message>
</context>
<context>
    <name>Demands</name>
    <message>
        <source>Another share</source>
        <translation>別の割合</translation>
    </message>
    <message>
        <source>Balanced: 50 %</source>
        <translation>標準: 50 %</translation>
    </message>
    <message>
        <source>By images</source>
        <translation>画像の割合</translation>
    </message>
    <message>
        <source>By objects</source>
        <translation>物体の割合</translation>
    </message>
    <message>
        <source>Careful: 67 %</source>
        <translation>慎重: 67 %</translation>
    </message>
    <message>
        <source>Decided in the window</source>
        <translation>ウィンドウで判断したもの</translation>
    </message>
    <message>
        <source>Deepest model</source>
        <translation>モデルの深さの上限</translation>
    </message>
    <message>
        <source>Fresh human work</source>
        <translation>新しい人の作業</translation>
    </message>
    <message>
        <source>Keep what the parent version had</source>
        <translation>親バージョンにあったものを残す</translation>
    </message>
    <message>
        <source>Lean: 20 %</source>
        <translation>最小限: 20 %</translation>
    </message>
    <message>
        <source>More rules</source>
        <translation>ほかの規則</translation>
    </message>
    <message>
        <source>Overrides</source>
        <translation>規則の例外</translation>
    </message>
    <message>
        <source>Proposals from confidence</source>
        <translation>候補を使う信頼度</translation>
    </message>
    <message>
        <source>Rare classes lose nothing verified</source>
        <translation>まれなクラスの確認済みを減らさない</translation>
    </message>
    <message>
        <source>Real, verified share</source>
        <translation>実写・確認済みの割合</translation>
    </message>
    <message>
        <source>Reviewers surely catch</source>
        <translation>レビュー担当者の検出率</translation>
    </message>
    <message>
        <source>Within each class</source>
        <translation>クラスごとの割合</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>No image fits this filter; choose another one on the left.</source>
        <translation>この条件に合う画像はありません。左で別の条件を選んでください。</translation>
    </message>
    <message>
        <source>No unreviewed image comes after this one; [previous_unreviewed] goes back to those before.</source>
        <translation>この後に未レビューの画像はありません。[previous_unreviewed] で前の未レビュー画像に戻れます。</translation>
    </message>
    <message>
        <source>No unreviewed image comes before this one.</source>
        <translation>この前に未レビューの画像はありません。</translation>
    </message>
    <message>
        <source>Nothing in this list is left to review.</source>
        <translation>この一覧のレビューはすべて終わりました。</translation>
    </message>
    <message>
        <source>The file was changed on disk just now; nothing was decided. Look again.</source>
        <translation>ファイルが今変更されたため、何も確定していません。もう一度見てください。</translation>
    </message>
    <message>
        <source>The picture is not shown yet; nothing was decided.</source>
        <translation>画像がまだ表示されていないため、何も確定していません。</translation>
    </message>
    <message>
        <source>This is the first image.</source>
        <translation>最初の画像です。</translation>
    </message>
    <message>
        <source>This is the last image of the list.</source>
        <translation>一覧の最後の画像です。</translation>
    </message>
    <message>
        <source>class {id}</source>
        <translation>クラス {id}</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>First finish what you draw; [undo] takes back a point, [cancel] gives it up.</source>
        <translation>まず描きかけを仕上げてください。[undo] で点を一つ戻し、[cancel] で取りやめます。</translation>
    </message>
    <message>
        <source>Let go of the mouse button first.</source>
        <translation>まずマウスのボタンを離してください。</translation>
    </message>
    <message>
        <source>The picture has another size now; what you began to draw on it was given up.</source>
        <translation>画像の大きさが変わったため、描きかけは取りやめました。</translation>
    </message>
    <message>
        <source>What you began to draw here is in hand again. [undo] takes back a point, [cancel] gives it up.</source>
        <translation>ここでの描きかけを続けられます。[undo] で点を一つ戻し、[cancel] で取りやめます。</translation>
    </message>
    <message>
        <source>What you began to draw on {name} is not finished; it is there when you come back.</source>
        <translation>{name} の描きかけはまだ仕上がっていません。戻ったときに続けられます。</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Accepted: {name}.</source>
        <translation>承認: {name}</translation>
    </message>
    <message>
        <source>Add a class first: type its name under Classes on the right.</source>
        <translation>先にクラスを追加してください。右の「クラス」に名前を入力します。</translation>
    </message>
    <message>
        <source>Another proposal lies there, to be decided by itself.</source>
        <translation>そこには別の候補もあり、個別に判断します。</translation>
    </message>
    <message>
        <source>Changed the region of {name}.</source>
        <translation>{name} の領域を変更しました。</translation>
    </message>
    <message>
        <source>Copied. [paste] puts it on this or another image.</source>
        <translation>コピーしました。[paste] でこの画像や別の画像に貼り付けられます。</translation>
    </message>
    <message>
        <source>Drawn as {name}. [class_1]–[class_9] or [class] gives it another class.</source>
        <translation>{name} として描きました。[class_1]–[class_9] か [class] で別のクラスにできます。</translation>
    </message>
    <message>
        <source>Duplicated: {n}.</source>
        <translation>複製しました: {n}</translation>
    </message>
    <message>
        <source>Locked again.</source>
        <translation>再びロックしました。</translation>
    </message>
    <message>
        <source>Moved {n} objects.</source>
        <translation>{n} 個の物体を動かしました。</translation>
    </message>
    <message>
        <source>Nothing is copied yet: select an object and press [copy].</source>
        <translation>まだ何もコピーしていません。物体を選んで [copy] を押してください。</translation>
    </message>
    <message>
        <source>Pasted: {n}.</source>
        <translation>貼り付けました: {n}</translation>
    </message>
    <message>
        <source>Put away: {name}, which a program suggested.</source>
        <translation>片付けました: {name}（プログラムの提案）</translation>
    </message>
    <message>
        <source>Rejected: {name}.</source>
        <translation>却下: {name}</translation>
    </message>
    <message>
        <source>Rejected: {name}; {n} in all, with what was folded. [undo] takes it back.</source>
        <translation>却下: {name}。まとめてあったものを含めて {n} 件。[undo] で元に戻します。</translation>
    </message>
    <message>
        <source>Removed: {name}.</source>
        <translation>削除: {name}</translation>
    </message>
    <message>
        <source>Select an object first: click it, or press [next_label].</source>
        <translation>先に物体を選んでください。クリックするか [next_label] を押します。</translation>
    </message>
    <message>
        <source>The image stays complete; [undo] takes it back.</source>
        <translation>画像は完了のままです。[undo] で元に戻せます。</translation>
    </message>
    <message>
        <source>The marked one is as it was: click it first, or press [class].</source>
        <translation>印の付いた物体はそのままです。先にクリックするか、[class] を押してください。</translation>
    </message>
    <message>
        <source>The next object you draw will be: {name}.</source>
        <translation>次に描く物体のクラス: {name}</translation>
    </message>
    <message>
        <source>There is no class {number}.</source>
        <translation>{number} 番のクラスはありません。</translation>
    </message>
    <message>
        <source>This label is verified already.</source>
        <translation>このラベルは確認済みです。</translation>
    </message>
    <message>
        <source>This object is not verified yet; change it as it is.</source>
        <translation>この物体はまだ未確認です。そのまま変更できます。</translation>
    </message>
    <message>
        <source>To be fixed later: {name}. It keeps the image from being complete.</source>
        <translation>後で修正: {name}。これが残っている間、画像は完了になりません。</translation>
    </message>
    <message>
        <source>{name} and {n} more</source>
        <translation>{name} ほか {n} 個</translation>
    </message>
    <message>
        <source>{name} is verified by {who}. [edit_label] unlocks it to be changed.</source>
        <translation>{name} は {who} が確認済みです。[edit_label] でロックを外すと変更できます。</translation>
    </message>
    <message>
        <source>{name}, verified by {who}, can be changed now. [edit_label] or [cancel] locks it again.</source>
        <translation>{who} が確認した {name} を変更できます。[edit_label] か [cancel] で再びロックします。</translation>
    </message>
    <message>
        <source>{n} objects are {new} now.</source>
        <translation>{n} 個の物体を {new} にしました。</translation>
    </message>
    <message>
        <source>{old} is {new} now.</source>
        <translation>{old} を {new} に変更しました。</translation>
    </message>
</context>
<context>
    <name>Evaluate</name>
    <message>
        <source>Compute on</source>
        <translation>計算装置</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>Evaluating… the job panel shows how far it is.</source>
        <translation>評価中… 進み具合はジョブ欄に表示されます。</translation>
    </message>
    <message>
        <source>Measures the ticked models on the gold images. The first one is the old model.</source>
        <translation>チェックしたモデルを gold 画像で測ります。最初のものが旧モデルです。</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>評価するモデル</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Tick at least one model; Project › Predict or File › Add brings one in.</source>
        <translation>モデルを 1 つ以上チェックしてください。「プロジェクト › 予測」か「ファイル › 追加」で取り込めます。</translation>
    </message>
    <message>
        <source>{name}   round {round}, depth {depth}</source>
        <translation>{name}   ラウンド {round}、深さ {depth}</translation>
    </message>
    <message>
        <source>{name}   round {round}, depth {depth}; trained on {version} as claimed</source>
        <translation>{name}   ラウンド {round}、深さ {depth}、{version} で学習（申告のみ）</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Choose a folder for the dataset</source>
        <translation>データセットのフォルダーを選択</translation>
    </message>
    <message>
        <source>Choose a folder to write to.</source>
        <translation>書き出し先のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Choose a policy file</source>
        <translation>ポリシーファイルを選択</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Export dataset</source>
        <translation>データセットの書き出し</translation>
    </message>
    <message>
        <source>Exporting… the job panel shows how far it is.</source>
        <translation>書き出し中… 進み具合はジョブ欄に表示されます。</translation>
    </message>
    <message>
        <source>If the share is not met</source>
        <translation>割合に届かないとき</translation>
    </message>
    <message>
        <source>Keep for this project</source>
        <translation>このプロジェクトで使い続ける</translation>
    </message>
    <message>
        <source>Leave out what is too much (trim)</source>
        <translation>多すぎる分を除外する (trim)</translation>
    </message>
    <message>
        <source>Link images to their sources instead of copying them</source>
        <translation>画像をコピーせず、ソースにリンクする</translation>
    </message>
    <message>
        <source>Load policy…</source>
        <translation>ポリシーを読み込む…</translation>
    </message>
    <message>
        <source>More than half of the candidates would stay out; tick the box if that is meant.</source>
        <translation>半分以上の画像が除外されます。それでよければチェックを入れてください。</translation>
    </message>
    <message>
        <source>Needs no room on the disk of the sources, but who saves into one changes the version.</source>
        <translation>ソースと同じディスクなら容量は要りませんが、ソースに上書きするとバージョンも変わります。</translation>
    </message>
    <message>
        <source>Policies (*.toml);;All files (*)</source>
        <translation>ポリシー (*.toml);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Real, human-verified images keep their share; what would thin it out is left out.</source>
        <translation>人が確認した実写画像の割合を保ち、それを薄める分は除外します。</translation>
    </message>
    <message>
        <source>Refuse instead of leaving out (strict)</source>
        <translation>除外せずに中止する (strict)</translation>
    </message>
    <message>
        <source>Save policy…</source>
        <translation>ポリシーを保存…</translation>
    </message>
    <message>
        <source>Save the policy</source>
        <translation>ポリシーの保存先</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Split train/val/test</source>
        <translation>train/val/test の配分</translation>
    </message>
    <message>
        <source>The meter below the images then follows this policy.</source>
        <translation>画像の下のメーターもこのポリシーに従います。</translation>
    </message>
    <message>
        <source>This is the project's policy now; overrides are for one version and not kept.</source>
        <translation>これがプロジェクトのポリシーになりました。規則の例外は 1 つのバージョン限りで、保存されません。</translation>
    </message>
    <message>
        <source>What is demanded</source>
        <translation>求める条件</translation>
    </message>
    <message>
        <source>What would be written</source>
        <translation>書き出される内容</translation>
    </message>
    <message>
        <source>Working out what this would be…</source>
        <translation>内容を計算中…</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>書き出し先</translation>
    </message>
    <message>
        <source>Wrote {file}.</source>
        <translation>{file} に書き込みました。</translation>
    </message>
    <message>
        <source>{said} Looking at the files…</source>
        <translation>{said} ファイルを確認しています…</translation>
    </message>
</context>
<context>
    <name>FilterSheet</name>
    <message>
        <source>Class</source>
        <translation>クラス名</translation>
    </message>
    <message>
        <source>Confidence of a proposal</source>
        <translation>候補の信頼度</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>モデルとの不一致</translation>
    </message>
    <message>
        <source>Filters, with the number of images</source>
        <translation>絞り込み条件と画像数</translation>
    </message>
    <message>
        <source>Flagged as unsure</source>
        <translation>要検討の印</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>gold（評価専用）</translation>
    </message>
    <message>
        <source>Grade of a label</source>
        <translation>ラベルの等級</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Kept as {name}.</source>
        <translation>「{name}」として保存しました。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Name to keep this filter under</source>
        <translation>この条件の保存名</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>由来</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>予測の実行</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>保存した条件</translation>
    </message>
    <message>
        <source>Saved filters…</source>
        <translation>保存した条件…</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>ソース名</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Ticks in one group add up; groups narrow each other.</source>
        <translation>同じ組のチェックは合わせて表示し、組どうしで絞り込みます。</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>要検討</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>gold</translation>
    </message>
    <message>
        <source>not gold</source>
        <translation>gold 以外</translation>
    </message>
    <message>
        <source>other class</source>
        <translation>クラスが違う</translation>
    </message>
    <message>
        <source>other outline</source>
        <translation>形が違う</translation>
    </message>
    <message>
        <source>run {n}</source>
        <translation>実行 {n}</translation>
    </message>
    <message>
        <source>the model does not see it</source>
        <translation>モデルが検出していない</translation>
    </message>
    <message>
        <source>the model sees more</source>
        <translation>モデルが余分に検出</translation>
    </message>
</context>
<context>
    <name>Folders</name>
    <message>
        <source>Add a folder…</source>
        <translation>フォルダーを追加…</translation>
    </message>
    <message>
        <source>Choose a folder of images</source>
        <translation>画像のフォルダーを選択</translation>
    </message>
    <message>
        <source>Only images said to be real count as real.</source>
        <translation>実写と指定した画像だけが実写として数えられます。</translation>
    </message>
</context>
<context>
    <name>ForeignBar</name>
    <message>
        <source>It is mine</source>
        <translation>自分のものです</translation>
    </message>
    <message>
        <source>Its folder “{name}” lies in {place}.</source>
        <translation>フォルダー「{name}」の実際の場所は {place} です。</translation>
    </message>
    <message>
        <source>The project is only shown. Press “It is mine” above to work in it.</source>
        <translation>プロジェクトは表示のみです。作業するには、上の「自分のものです」を押してください。</translation>
    </message>
    <message>
        <source>This project comes from elsewhere. It is only shown, and nothing in its folder is changed.</source>
        <translation>このプロジェクトはほかから来たものです。表示するだけで、フォルダーの中は何も変更しません。</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Frames</name>
    <message>
        <source>How many</source>
        <translation>いくつ</translation>
    </message>
    <message>
        <source>Of videos take</source>
        <translation>動画から取るもの</translation>
    </message>
    <message>
        <source>every so many frames</source>
        <translation>何フレームごとに 1 枚</translation>
    </message>
    <message>
        <source>frames a second</source>
        <translation>1 秒あたりのフレーム数</translation>
    </message>
    <message>
        <source>lossless (PNG)</source>
        <translation>可逆 (PNG)</translation>
    </message>
    <message>
        <source>nothing: leave videos aside</source>
        <translation>取らない（動画は使わない）</translation>
    </message>
</context>
<context>
    <name>GridDeciding</name>
    <message>
        <source>Accepted: {n}.</source>
        <translation>承認: {n}</translation>
    </message>
    <message>
        <source>Left as they are: {n} ({why})</source>
        <translation>そのまま: {n}（{why}）</translation>
    </message>
    <message>
        <source>Not looked at, so left: {n}.</source>
        <translation>見ていないため残したもの: {n}。</translation>
    </message>
    <message>
        <source>Rejected: {n}.</source>
        <translation>却下: {n}</translation>
    </message>
    <message>
        <source>Select crops first: click, sweep with the mouse, or [select_all] for all.</source>
        <translation>先に切り抜きを選んでください。クリック、ドラッグ、または [select_all] ですべて。</translation>
    </message>
    <message>
        <source>Settled with them, as of the same objects: {n}.</source>
        <translation>同じ物体のため、あわせて決まったもの: {n}。</translation>
    </message>
    <message>
        <source>These were not on the screen with their picture yet; nothing was decided. Look first.</source>
        <translation>これらはまだ画像付きで画面に表示されていないため、何も確定していません。先に見てください。</translation>
    </message>
    <message>
        <source>To be fixed later: {n}.</source>
        <translation>後で修正: {n}</translation>
    </message>
    <message>
        <source>[undo] takes it back.</source>
        <translation>[undo] で元に戻せます。</translation>
    </message>
    <message>
        <source>{name} now: {n}.</source>
        <translation>{name} に変更: {n}</translation>
    </message>
</context>
<context>
    <name>GridHost</name>
    <message>
        <source>[accept] accepts, [reject] rejects, a number gives a class. Enter opens it, [cancel] goes back.</source>
        <translation>[accept] で承認、[reject] で却下、数字でクラス付け。Enter で開き、[cancel] で戻ります。</translation>
    </message>
</context>
<context>
    <name>GridPage</name>
    <message>
        <source>(no more are shown; choose a class or a confidence)</source>
        <translation>（これ以上は表示しません。クラスか信頼度で絞り込んでください）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>クラス名</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>信頼度</translation>
    </message>
    <message>
        <source>Confidence up to</source>
        <translation>信頼度の上限</translation>
    </message>
    <message>
        <source>Looking for objects…</source>
        <translation>物体を探しています…</translation>
    </message>
    <message>
        <source>No object fits. Choose another class, state or confidence above.</source>
        <translation>合う物体がありません。上で別のクラス・状態・信頼度を選んでください。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>並び順</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>alike together</source>
        <translation>似たもの順</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>as found</source>
        <translation>見つかった順</translation>
    </message>
    <message>
        <source>comparing: {k} of {n}</source>
        <translation>比較中: {k} / {n}</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>取り込み</translation>
    </message>
    <message>
        <source>looking: {n} so far</source>
        <translation>検索中: 現在 {n}</translation>
    </message>
    <message>
        <source>small first</source>
        <translation>小さい順</translation>
    </message>
    <message>
        <source>sure first</source>
        <translation>信頼度の高い順</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>未判断</translation>
    </message>
    <message>
        <source>unsure first</source>
        <translation>信頼度の低い順</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>{k} of {n} selected</source>
        <translation>{n} 個中 {k} 個を選択</translation>
    </message>
    <message>
        <source>{k} selected.</source>
        <translation>{k} 件を選択しました。</translation>
    </message>
    <message>
        <source>{k} selected; {n} below were not looked at.</source>
        <translation>{k} 件を選択。下の {n} 件はまだ見ていません。</translation>
    </message>
    <message>
        <source>{k} selected; {n} others were not looked at.</source>
        <translation>{k} 件を選択。ほかの {n} 件はまだ見ていません。</translation>
    </message>
    <message>
        <source>{n} objects</source>
        <translation>物体 {n} 個</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Complete</source>
        <translation>完了する</translation>
    </message>
</context>
<context>
    <name>HeatSweep</name>
    <message>
        <source>Heat: here images of this source usually hold something and this one does not. [heat] takes it away.</source>
        <translation>ヒート: このソースの画像ではふつう何かがあり、この画像にはない場所です。[heat] で消えます。</translation>
    </message>
    <message>
        <source>No heat: this image lacks nothing that is usual in its source.</source>
        <translation>ヒートなし: このソースでふつうにあるものは、この画像にすべてあります。</translation>
    </message>
    <message>
        <source>No heat: {n} other images of this source were looked at, and it takes {least} to tell.</source>
        <translation>ヒートなし: このソースで見た他の画像は {n} 枚ですが、判断には {least} 枚必要です。</translation>
    </message>
    <message>
        <source>The heat is off.</source>
        <translation>ヒートを消しました。</translation>
    </message>
    <message>
        <source>This image is drawn blind: no heat.</source>
        <translation>この画像はブラインドで描くため、ヒートはありません。</translation>
    </message>
    <message>
        <source>This project is about whole images: no heat.</source>
        <translation>このプロジェクトは画像全体を扱うため、ヒートはありません。</translation>
    </message>
</context>
<context>
    <name>HistorySheet</name>
    <message>
        <source>History of this image</source>
        <translation>この画像の履歴</translation>
    </message>
    <message>
        <source>History of this label</source>
        <translation>このラベルの履歴</translation>
    </message>
    <message>
        <source>Nothing was decided here yet.</source>
        <translation>まだ何も確定していません。</translation>
    </message>
    <message>
        <source>Up and down walk through it; thin lines show what was there. Esc closes.</source>
        <translation>上下キーでたどれます。細線は当時の形です。Esc で閉じます。</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>ほか {n} 件</translation>
    </message>
    <message>
        <source>proposed by {name}</source>
        <translation>{name} の候補</translation>
    </message>
    <message>
        <source>suggested by {name}</source>
        <translation>{name} の提案</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>取り消し済み</translation>
    </message>
</context>
<context>
    <name>ImageList</name>
    <message>
        <source>All {n}</source>
        <translation>全 {n} 枚</translation>
    </message>
    <message>
        <source>Filter the images</source>
        <translation>画像を絞り込む</translation>
    </message>
    <message>
        <source>Filters: {n}</source>
        <translation>条件: {n}</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>名前で検索</translation>
    </message>
    <message>
        <source>Find images by name</source>
        <translation>名前で画像を絞り込む</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>No image fits this filter.</source>
        <translation>この条件に合う画像はありません。</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>次に表示する順</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>要検討</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>他 {n} 件</translation>
    </message>
</context>
<context>
    <name>ImageMenu</name>
    <message>
        <source>1 image</source>
        <translation>画像 1 枚</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>由来</translation>
    </message>
    <message>
        <source>Release from gold</source>
        <translation>gold から外す</translation>
    </message>
    <message>
        <source>Remove from the project</source>
        <translation>プロジェクトから外す</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Reserve for gold</source>
        <translation>gold に取り置く</translation>
    </message>
    <message>
        <source>Said to be something else so far. Why is it {origin}?</source>
        <translation>これまでは別のものとされていました。{origin}とする理由は？</translation>
    </message>
    <message>
        <source>{n} images</source>
        <translation>画像 {n} 枚</translation>
    </message>
</context>
<context>
    <name>InView</name>
    <message>
        <source>One object is smaller than 6 pixels on the screen; [zoom_object] shows it large.</source>
        <translation>画面上で 6 ピクセル未満の物体が 1 個あります。[zoom_object] で拡大します。</translation>
    </message>
    <message>
        <source>One object was never in view; here it is. {key} again confirms.</source>
        <translation>1 個の物体が一度も表示されていませんでした。これです。もう一度 {key} で確定します。</translation>
    </message>
    <message>
        <source>Select an object first: click it, or press [next_label].</source>
        <translation>先に物体を選んでください。クリックするか [next_label] を押します。</translation>
    </message>
    <message>
        <source>This object was not in view; nothing was decided. Here it is: the same key again decides.</source>
        <translation>この物体は表示されていなかったため、何も確定していません。これです。同じキーをもう一度押すと確定します。</translation>
    </message>
    <message>
        <source>{n} more are smaller than 6 pixels when the image is fitted; [zoom_object] goes on.</source>
        <translation>画像全体の表示で 6 ピクセル未満のものがあと {n} 個あります。[zoom_object] で次へ進みます。</translation>
    </message>
    <message>
        <source>{n} objects are smaller than 6 pixels on the screen; [zoom_object] shows them large.</source>
        <translation>画面上で 6 ピクセル未満の物体が {n} 個あります。[zoom_object] で順に拡大します。</translation>
    </message>
    <message>
        <source>{n} objects were never in view; here are {k} of them. {key} shows the next.</source>
        <translation>{n} 個の物体が一度も表示されていませんでした。そのうち {k} 個です。{key} で次を表示します。</translation>
    </message>
    <message>
        <source>{n} objects were never in view; here they are. {key} again confirms.</source>
        <translation>{n} 個の物体が一度も表示されていませんでした。これらです。もう一度 {key} で確定します。</translation>
    </message>
    <message>
        <source>{n} of these objects were never in view; here they are. The same key again decides.</source>
        <translation>このうち {n} 個の物体が一度も表示されていませんでした。これらです。同じキーをもう一度押すと確定します。</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>Cancelled; what was done until then is kept.</source>
        <translation>中止しました。そこまでの結果は残ります。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>停止中…</translation>
    </message>
    <message>
        <source>{job} could not be started; install verify-app again.</source>
        <translation>{job}を開始できませんでした。verify-app を再インストールしてください。</translation>
    </message>
    <message>
        <source>{job} stopped unexpectedly; what it had done until then is kept. Its log says more.</source>
        <translation>{job}が予期せず停止しました。そこまでの結果は残ります。詳しくはログをご覧ください。</translation>
    </message>
</context>
<context>
    <name>JobPanel</name>
    <message>
        <source>Background jobs</source>
        <translation>バックグラウンドのジョブ</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>完了しました。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>片付ける</translation>
    </message>
    <message>
        <source>Skipped {n}; the log names them.</source>
        <translation>{n} 件を飛ばしました。ログに一覧があります。</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>開始中…</translation>
    </message>
    <message>
        <source>The log says more.</source>
        <translation>詳しくはログにあります。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} / {all}</translation>
    </message>
    <message>
        <source>{speed} a second</source>
        <translation>毎秒 {speed}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>残り {time}</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>キーを追加</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>キーの変更</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>操作またはキーを検索</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation>キー配置</translation>
    </message>
    <message>
        <source>Press the key now; a click elsewhere leaves it.</source>
        <translation>キーを押してください。ほかをクリックするとやめます。</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>すべて元に戻す</translation>
    </message>
    <message>
        <source>Reset this one</source>
        <translation>これを元に戻す</translation>
    </message>
    <message>
        <source>Take this key away</source>
        <translation>このキーを外す</translation>
    </message>
    <message>
        <source>Take {key} away</source>
        <translation>{key} を外す</translation>
    </message>
    <message>
        <source>Take {key} over</source>
        <translation>{key} をこちらに使う</translation>
    </message>
    <message>
        <source>{key} belongs to “{other}”.</source>
        <translation>{key} は「{other}」で使われています。</translation>
    </message>
    <message>
        <source>{key} is set.</source>
        <translation>{key} を設定しました。</translation>
    </message>
    <message>
        <source>“{other}” has no key now.</source>
        <translation>「{other}」にはキーがなくなりました。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Change keys…</source>
        <translation>キーを変更…</translation>
    </message>
    <message>
        <source>Class of the label, by its number</source>
        <translation>番号でラベルのクラスを決める</translation>
    </message>
    <message>
        <source>Close the outline, end the pose</source>
        <translation>輪郭を閉じる、姿勢を終える</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>テキストとしてコピー</translation>
    </message>
    <message>
        <source>Corner away; point absent</source>
        <translation>頂点を消す、点は「なし」に</translation>
    </message>
    <message>
        <source>Corners and points</source>
        <translation>頂点と点</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>操作またはキーを検索</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー一覧</translation>
    </message>
    <message>
        <source>Keys that two actions want: {list}</source>
        <translation>2 つの操作が使うキー: {list}</translation>
    </message>
    <message>
        <source>Last corner or point back</source>
        <translation>直前の頂点や点を取り消す</translation>
    </message>
    <message>
        <source>New corner after this one</source>
        <translation>この頂点の次に頂点を追加</translation>
    </message>
    <message>
        <source>Next point of the pose</source>
        <translation>姿勢の次の点</translation>
    </message>
    <message>
        <source>Next point: occluded, absent</source>
        <translation>次の点: 隠れ、なし</translation>
    </message>
    <message>
        <source>Next, previous corner or point</source>
        <translation>次・前の頂点や点</translation>
    </message>
    <message>
        <source>Nudge the label by 1 pixel</source>
        <translation>ラベルを 1 ピクセル動かす</translation>
    </message>
    <message>
        <source>Nudge the label by 10 pixels</source>
        <translation>ラベルを 10 ピクセル動かす</translation>
    </message>
    <message>
        <source>The list is on the clipboard.</source>
        <translation>一覧をクリップボードにコピーしました。</translation>
    </message>
    <message>
        <source>Wheel zooms at the pointer. Middle-drag or Alt-drag pans. Drag a handle or edge of the selected label to resize it, its inside to move it. Alt-click on a corner takes it away.</source>
        <translation>ホイールでポインターの位置を拡大・縮小。中ボタンか Alt を押しながらドラッグで移動。選択したラベルのハンドルや辺をドラッグでサイズ変更、内側をドラッグで移動。Alt を押しながら頂点をクリックで削除。</translation>
    </message>
</context>
<context>
    <name>LabelList</name>
    <message>
        <source>Labels of this image</source>
        <translation>この画像のラベル</translation>
    </message>
    <message>
        <source>No class yet. [class_1], [class_2] … give it one.</source>
        <translation>クラスがまだありません。[class_1]、[class_2] … で付けます。</translation>
    </message>
    <message>
        <source>No objects shown. [box] draws one; [empty] says that nothing is here.</source>
        <translation>表示中の物体はありません。[box] で描き、[empty] で「何もない」と記録します。</translation>
    </message>
    <message>
        <source>Nothing is on this image.</source>
        <translation>この画像には何もありません。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>A job is running; wait for it or cancel it before you leave the project.</source>
        <translation>ジョブが実行中です。終わるのを待つか中止してから、プロジェクトを離れてください。</translation>
    </message>
    <message>
        <source>A job is running; wait for it or cancel it before you open another project.</source>
        <translation>ジョブが実行中です。終わるのを待つか中止してから、別のプロジェクトを開いてください。</translation>
    </message>
    <message>
        <source>Add images</source>
        <translation>画像を追加</translation>
    </message>
    <message>
        <source>Cancel it and close</source>
        <translation>中止して閉じる</translation>
    </message>
    <message>
        <source>Close when it is done</source>
        <translation>終わったら閉じる</translation>
    </message>
    <message>
        <source>Open a project's folder</source>
        <translation>プロジェクトのフォルダーを開く</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>予測</translation>
    </message>
    <message>
        <source>Predict this image</source>
        <translation>この画像を予測</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>閉じない</translation>
    </message>
    <message>
        <source>Still running: {jobs}.</source>
        <translation>実行中: {jobs}</translation>
    </message>
    <message>
        <source>There is no model in this project yet; Project › Predict adds one.</source>
        <translation>このプロジェクトにはまだモデルがありません。「プロジェクト › 予測」で追加できます。</translation>
    </message>
    <message>
        <source>You are known here as {name}, and recorded so.</source>
        <translation>このプロジェクトでは {name} として記録されています。</translation>
    </message>
    <message>
        <source>You review as {name}. File › Welcome page changes that.</source>
        <translation>レビュー担当: {name}。「ファイル › 開始ページ」で変更できます。</translation>
    </message>
    <message>
        <source>[settings] offers the keys of CVAT and labelImg.</source>
        <translation>CVAT や labelImg のキー配置は [settings] で選べます。</translation>
    </message>
</context>
<context>
    <name>Mapping</name>
    <message>
        <source>The model knows classes that this project does not. Say what each is; nothing is guessed.</source>
        <translation>このプロジェクトにないクラスがモデルにあります。それぞれ何にあたるか指定してください。推測はしません。</translation>
    </message>
    <message>
        <source>What {name} is here</source>
        <translation>{name} の扱い</translation>
    </message>
    <message>
        <source>add to the class list</source>
        <translation>クラス一覧に追加</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>is {name}</source>
        <translation>{name} と同じ</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>使わない</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Messages</source>
        <translation>メッセージ</translation>
    </message>
</context>
<context>
    <name>MeterBar</name>
    <message>
        <source>Real share now {share} ({n} of {all})</source>
        <translation>現在の実写率 {share}（{n} / {all}）</translation>
    </message>
    <message>
        <source>Share of real, verified images</source>
        <translation>実写・確認済み画像の割合</translation>
    </message>
    <message>
        <source>The project's own policy demands it.</source>
        <translation>プロジェクト独自のポリシーによる値です。</translation>
    </message>
    <message>
        <source>What is grey is older than the last decision or the demands; Project › Export dataset says it anew.</source>
        <translation>灰色の数値は、最後の判断や要件の変更より前のものです。「プロジェクト › データセットを書き出し」で新しくなります。</translation>
    </message>
    <message>
        <source>in the next version {share}, needs {need}</source>
        <translation>次の版では {share}、必要 {need}</translation>
    </message>
    <message>
        <source>the next version needs {need}</source>
        <translation>次の版に必要 {need}</translation>
    </message>
</context>
<context>
    <name>ModelField</name>
    <message>
        <source>A model of this kind can run any code its maker put in. If you trust where it comes from, tick the box; otherwise choose its .onnx or .pt form.</source>
        <translation>この種類のモデルは、作者が入れたコードを何でも実行できます。入手元を信頼できる場合は、ボックスにチェックを入れてください。そうでなければ .onnx か .pt 形式を選んでください。</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>参照…</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>モデルを選択</translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation>モデルを選んでください。</translation>
    </message>
    <message>
        <source>File, or a name such as yolo26n.pt</source>
        <translation>ファイル、または yolo26n.pt などの名前</translation>
    </message>
    <message>
        <source>Let Ultralytics download {name} from the internet</source>
        <translation>Ultralytics が {name} をインターネットから取得することに同意する</translation>
    </message>
    <message>
        <source>Let this file run code (SHA-256 {digest})</source>
        <translation>このファイルのコード実行を許可する(SHA-256 {digest})</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデルのファイル</translation>
    </message>
    <message>
        <source>The model gives {objects}; in this project their boxes are used.</source>
        <translation>このモデルの出力は{objects}です。このプロジェクトではその外接ボックスを使います。</translation>
    </message>
    <message>
        <source>There is no model and no file {name}.</source>
        <translation>{name} というモデルもファイルもありません。</translation>
    </message>
    <message>
        <source>Trained on {version}: claimed, the weights do not say so.</source>
        <translation>{version} で学習したとの申告のみで、重み自体には記録がありません。</translation>
    </message>
    <message>
        <source>{name} is not on this computer; agree to the download or choose a file.</source>
        <translation>{name} はこのコンピューターにありません。取得に同意するか、ファイルを選んでください。</translation>
    </message>
</context>
<context>
    <name>NewProject</name>
    <message>
        <source>17 for a person, another number, or a data.yaml with kpt_shape</source>
        <translation>人なら 17、別の数、または kpt_shape のある data.yaml</translation>
    </message>
    <message>
        <source>A job is running; wait for it or cancel it first.</source>
        <translation>ジョブが実行中です。終わるのを待つか中止してください。</translation>
    </message>
    <message>
        <source>A new or empty folder on this computer</source>
        <translation>このコンピューターの新規または空のフォルダー</translation>
    </message>
    <message>
        <source>A project is a folder with the decisions; images stay where they are.</source>
        <translation>プロジェクトは判断を収めるフォルダーです。画像は元の場所に残ります。</translation>
    </message>
    <message>
        <source>Choose a class list</source>
        <translation>クラス一覧を選択</translation>
    </message>
    <message>
        <source>Choose a folder for the project.</source>
        <translation>プロジェクトのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Choose a model file first; published weights tell their classes once they are here.</source>
        <translation>先にモデルのファイルを選んでください。公開モデルのクラスは取得後にわかります。</translation>
    </message>
    <message>
        <source>Choose or make a folder for the project</source>
        <translation>プロジェクトのフォルダーを選択または作成</translation>
    </message>
    <message>
        <source>Class lists</source>
        <translation>クラス一覧</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Classes, one a line</source>
        <translation>クラス（1 行に 1 つ）</translation>
    </message>
    <message>
        <source>From data.yaml…</source>
        <translation>data.yaml から…</translation>
    </message>
    <message>
        <source>From the model</source>
        <translation>モデルから</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation>プロジェクトを作成</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新規プロジェクト</translation>
    </message>
    <message>
        <source>Objects are</source>
        <translation>物体の形</translation>
    </message>
    <message>
        <source>One class a line; more can be added later</source>
        <translation>1 行に 1 クラス。後から追加できます</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>キーポイント</translation>
    </message>
    <message>
        <source>Project folder</source>
        <translation>プロジェクトフォルダー</translation>
    </message>
    <message>
        <source>Read the model</source>
        <translation>モデルの読み込み</translation>
    </message>
    <message>
        <source>Reading the model…</source>
        <translation>モデルを読み込み中…</translation>
    </message>
    <message>
        <source>Say what to do with: {names}.</source>
        <translation>扱いを決めてください: {names}</translation>
    </message>
    <message>
        <source>Say who you are: every decision is recorded with a name.</source>
        <translation>名前を入力してください。判断はすべて名前とともに記録されます。</translation>
    </message>
    <message>
        <source>There is no {path} any more; take it off the list or put it back.</source>
        <translation>{path} がなくなっています。リストから外すか、元の場所に戻してください。</translation>
    </message>
    <message>
        <source>This model is for {task}; choose that above, or another model.</source>
        <translation>このモデルの対象は「{task}」です。上でそれを選ぶか、別のモデルにしてください。</translation>
    </message>
    <message>
        <source>You review as</source>
        <translation>レビュー担当</translation>
    </message>
    <message>
        <source>Your name, recorded with every decision</source>
        <translation>あなたの名前（判断ごとに記録されます）</translation>
    </message>
</context>
<context>
    <name>NumbersSheet</name>
    <message>
        <source>Angle in degrees</source>
        <translation>角度（度）</translation>
    </message>
    <message>
        <source>Centre x</source>
        <translation>中心 x</translation>
    </message>
    <message>
        <source>Centre y</source>
        <translation>中心 y</translation>
    </message>
    <message>
        <source>Edit by numbers</source>
        <translation>数値で編集</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Pixels of the image. Enter applies, Esc leaves.</source>
        <translation>画像のピクセル単位。Enter で適用、Esc でやめます。</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
</context>
<context>
    <name>Overrides</name>
    <message>
        <source>Let the rule hold again: {rule}</source>
        <translation>規則を再び有効にする: {rule}</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>例外にする</translation>
    </message>
    <message>
        <source>Reason for the override</source>
        <translation>例外にする理由</translation>
    </message>
    <message>
        <source>Rule that need not hold</source>
        <translation>満たさなくてよい規則</translation>
    </message>
    <message>
        <source>Why; it goes into the receipt with your name</source>
        <translation>理由（名前とともに明細に残ります）</translation>
    </message>
    <message>
        <source>{rule}: {reason} ({by})</source>
        <translation>{rule}: {reason}（{by}）</translation>
    </message>
</context>
<context>
    <name>PagePicker</name>
    <message>
        <source>Next page of the file</source>
        <translation>ファイルの次のページ</translation>
    </message>
    <message>
        <source>Only to look at: labels and training know page 1 alone.</source>
        <translation>閲覧用です。ラベルと学習に使うのは 1 ページ目だけです。</translation>
    </message>
    <message>
        <source>Page {page} / {pages}</source>
        <translation>ページ {page} / {pages}</translation>
    </message>
    <message>
        <source>Previous page of the file</source>
        <translation>ファイルの前のページ</translation>
    </message>
</context>
<context>
    <name>PageVerbs</name>
    <message>
        <source>Add a class first: type its name under Classes on the right.</source>
        <translation>先にクラスを追加してください。右の「クラス」に名前を入力します。</translation>
    </message>
    <message>
        <source>Brightness {a}, contrast {b}; [reset_view] shows the picture as it is.</source>
        <translation>明るさ {a}、コントラスト {b}。[reset_view] で元の表示に戻ります。</translation>
    </message>
    <message>
        <source>Folded again.</source>
        <translation>再びまとめました。</translation>
    </message>
    <message>
        <source>Nothing else lies under the pointer.</source>
        <translation>ポインターの下に他の物体はありません。</translation>
    </message>
    <message>
        <source>Nothing lies folded here.</source>
        <translation>ここにまとめられた物体はありません。</translation>
    </message>
    <message>
        <source>Nothing was moved: select the object first, by a click or with [next_label].</source>
        <translation>何も動かしていません。先にクリックまたは [next_label] で物体を選択してください。</translation>
    </message>
    <message>
        <source>Select an object first: click it, or press [next_label].</source>
        <translation>先に物体を選んでください。クリックするか [next_label] を押します。</translation>
    </message>
    <message>
        <source>Selected: {n}.</source>
        <translation>選択: {n}</translation>
    </message>
    <message>
        <source>The picture is shown as it is.</source>
        <translation>画像を元のまま表示しています。</translation>
    </message>
    <message>
        <source>This label is verified. [edit_label] unlocks it to be changed.</source>
        <translation>このラベルは確認済みです。[edit_label] でロックを外すと変更できます。</translation>
    </message>
    <message>
        <source>This project is about whole images: press the number of a class.</source>
        <translation>このプロジェクトは画像全体を分類します。クラスの番号を押してください。</translation>
    </message>
    <message>
        <source>This project's objects are {task}; [box] draws one.</source>
        <translation>このプロジェクトの物体は{task}です。[box] で描きます。</translation>
    </message>
    <message>
        <source>{n} objects are shown by themselves; [unfold] folds them again.</source>
        <translation>{n} 件を個別に表示しています。[unfold] で再びまとめます。</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Browse…</source>
        <translation>参照…</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Images by origin</source>
        <translation>由来別の画像</translation>
    </message>
    <message>
        <source>Labels by class</source>
        <translation>クラス別のラベル</translation>
    </message>
    <message>
        <source>Labels by class, rarest first</source>
        <translation>クラス別のラベル（まれな順）</translation>
    </message>
    <message>
        <source>Labels by grade</source>
        <translation>根拠別のラベル</translation>
    </message>
    <message>
        <source>Show all {n} classes</source>
        <translation>全 {n} クラスを表示</translation>
    </message>
    <message>
        <source>Show the rarest only</source>
        <translation>まれなものだけ表示</translation>
    </message>
</context>
<context>
    <name>Planned</name>
    <message>
        <source>Enter or a double click shows the image.</source>
        <translation>Enter かダブルクリックで画像を表示します。</translation>
    </message>
    <message>
        <source>Images to verify, best first</source>
        <translation>確認すべき画像（効果の高い順）</translation>
    </message>
    <message>
        <source>Leave out more than half of the candidates all the same</source>
        <translation>半分以上の画像を除外してもかまわない</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>図</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>What each rule costs</source>
        <translation>規則ごとの影響を調べる</translation>
    </message>
    <message>
        <source>What the version would hold is shown here as soon as it can be written.</source>
        <translation>書き出せるようになると、バージョンの内容がここに表示されます。</translation>
    </message>
    <message>
        <source>What to verify</source>
        <translation>確認すべきもの</translation>
    </message>
    <message>
        <source>What to verify instead is listed above.</source>
        <translation>代わりに確認すべきものは上の一覧にあります。</translation>
    </message>
    <message>
        <source>Working out what each rule costs…</source>
        <translation>規則ごとの影響を調べています…</translation>
    </message>
    <message>
        <source>left out as {reason}: {n}</source>
        <translation>除外（{reason}）: {n}</translation>
    </message>
</context>
<context>
    <name>Predict</name>
    <message>
        <source>All images (on reviewed ones only to compare)</source>
        <translation>すべての画像（レビュー済みは比較のみ）</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translation>計算装置</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Keep from confidence</source>
        <translation>残す信頼度の下限</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>予測</translation>
    </message>
    <message>
        <source>Proposals appear as they are made. What people decided is never changed by a model.</source>
        <translation>候補はできた順に表示されます。人の判断をモデルが変えることはありません。</translation>
    </message>
    <message>
        <source>Read the model</source>
        <translation>モデルの読み込み</translation>
    </message>
    <message>
        <source>Reading the model…</source>
        <translation>モデルを読み込み中…</translation>
    </message>
    <message>
        <source>Say what to do with: {names}.</source>
        <translation>扱いを決めてください: {names}</translation>
    </message>
    <message>
        <source>The model does not name its classes. They are filled in by number: check each of them.</source>
        <translation>このモデルにはクラス名がありません。番号順に埋めてあります。一つずつ確認してください。</translation>
    </message>
    <message>
        <source>Then press Predict again.</source>
        <translation>その後もう一度「予測」を押してください。</translation>
    </message>
    <message>
        <source>Unreviewed images</source>
        <translation>未レビューの画像</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source> pixels</source>
        <translation> ピクセル</translation>
    </message>
    <message>
        <source> seconds</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>A model that looks at one image for longer is stopped.</source>
        <translation>1 枚の画像にこれより長くかかるモデルは停止します。</translation>
    </message>
    <message>
        <source>A model's time for an image</source>
        <translation>画像 1 枚に使えるモデルの時間</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>明るさ</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>キーを変更…</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Confidence on labels</source>
        <translation>ラベルに信頼度を表示</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>コントラスト</translation>
    </message>
    <message>
        <source>Counts from the next project you open; this one goes on under the old name.</source>
        <translation>次に開くプロジェクトから有効です。今のプロジェクトは元の名前のままです。</translation>
    </message>
    <message>
        <source>Crosshair while drawing</source>
        <translation>描画中に十字線を表示</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Fill of labels</source>
        <translation>ラベルの塗り</translation>
    </message>
    <message>
        <source>For you on this computer, in every project.</source>
        <translation>このコンピューターのすべてのプロジェクトに共通の、あなたの設定です。</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>ガンマ</translation>
    </message>
    <message>
        <source>Keep the zoom from image to image of one size in a source</source>
        <translation>同じソースの同じ大きさの画像では表示倍率を保つ</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation>キー配置</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Names on labels</source>
        <translation>ラベルに名前を表示</translation>
    </message>
    <message>
        <source>Pixel grid when enlarged</source>
        <translation>拡大時にピクセル格子を表示</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Show the picture as it is</source>
        <translation>画像を元のまま表示</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>Thickness of outlines</source>
        <translation>輪郭線の太さ</translation>
    </message>
    <message>
        <source>You review as</source>
        <translation>レビュー担当</translation>
    </message>
    <message>
        <source>Your name, recorded with every decision</source>
        <translation>あなたの名前（判断ごとに記録されます）</translation>
    </message>
</context>
<context>
    <name>PresetField</name>
    <message>
        <source>Bring my own keys back</source>
        <translation>自分のキー設定に戻す</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation>キー配置</translation>
    </message>
    <message>
        <source>The keys are those of {name} now.</source>
        <translation>キー配置を {name} にしました。</translation>
    </message>
    <message>
        <source>Your own changes to them are put away.</source>
        <translation>自分の変更は退避しました。</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Labels are hidden; [labels] shows them again.</source>
        <translation>ラベルを隠しています。[labels] で再表示します。</translation>
    </message>
    <message>
        <source>Next because: {reason}</source>
        <translation>表示の理由: {reason}</translation>
    </message>
    <message>
        <source>Proposals from {value} on are shown.</source>
        <translation>信頼度 {value} 以上の候補を表示しています。</translation>
    </message>
    <message>
        <source>The labels were hidden. Look at them, then press [complete] again.</source>
        <translation>ラベルが隠れていました。確認してからもう一度 [complete] を押してください。</translation>
    </message>
    <message>
        <source>Why is this image unsure?</source>
        <translation>この画像のどこに迷いますか？</translation>
    </message>
    <message>
        <source>Why is this label unsure?</source>
        <translation>このラベルのどこに迷いますか？</translation>
    </message>
    <message>
        <source>box</source>
        <translation>ボックス描画</translation>
    </message>
    <message>
        <source>keypoints</source>
        <translation>キーポイント描画</translation>
    </message>
    <message>
        <source>oriented box</source>
        <translation>回転ボックス描画</translation>
    </message>
    <message>
        <source>polygon</source>
        <translation>ポリゴン描画</translation>
    </message>
    <message>
        <source>{complete} accept and go on   {class_1}–{class_9} class and go on   {class} find a class   {next} next image   {keys} all keys</source>
        <translation>{complete} 承認して次へ   {class_1}–{class_9} クラスを決めて次へ   {class} クラスを探す   {next} 次の画像   {keys} キー一覧</translation>
    </message>
    <message>
        <source>{complete} complete and go on   {accept} accept   {reject} reject   {box} {draw}   {class_1}–{class_9} class   {next_label} next label   {keys} all keys</source>
        <translation>{complete} 完了して次へ   {accept} 承認   {reject} 却下   {box} {draw}   {class_1}–{class_9} クラス   {next_label} 次のラベル   {keys} キー一覧</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>any number</source>
        <translation>いくつでも</translation>
    </message>
    <message>
        <source>at most {value}</source>
        <translation>最大 {value}</translation>
    </message>
    <message>
        <source>has {value}</source>
        <translation>現在 {value}</translation>
    </message>
    <message>
        <source>keeps {n} out</source>
        <translation>{n} 枚を除外</translation>
    </message>
    <message>
        <source>needs {value}</source>
        <translation>必要 {value}</translation>
    </message>
    <message>
        <source>{rule} (overridden)</source>
        <translation>{rule}（例外）</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>Add the label  ([accept])</source>
        <translation>ラベルを追加  ([accept])</translation>
    </message>
    <message>
        <source>Nothing else differs on this image.</source>
        <translation>この画像に他の違いはありません。</translation>
    </message>
    <message>
        <source>Nothing is there  ([reject])</source>
        <translation>何もない  ([reject])</translation>
    </message>
    <message>
        <source>Remove the label  ([accept])</source>
        <translation>ラベルを外す  ([accept])</translation>
    </message>
    <message>
        <source>Settled: nothing is there. [undo] takes it back.</source>
        <translation>解決: そこには何もありません。[undo] で取り消せます。</translation>
    </message>
    <message>
        <source>Settled: the label was right. [undo] takes it back.</source>
        <translation>解決: ラベルが正しいとしました。[undo] で元に戻せます。</translation>
    </message>
    <message>
        <source>Settled: the model was right. [undo] takes it back.</source>
        <translation>解決: モデルが正しいとしました。[undo] で元に戻せます。</translation>
    </message>
    <message>
        <source>Take the class  ([accept])</source>
        <translation>クラスを採用  ([accept])</translation>
    </message>
    <message>
        <source>Take the outline  ([accept])</source>
        <translation>形を採用  ([accept])</translation>
    </message>
    <message>
        <source>The label is right  ([reject])</source>
        <translation>ラベルが正しい  ([reject])</translation>
    </message>
    <message>
        <source>The newest run does not see this {name}.</source>
        <translation>最新の予測はこの {name} を検出していません。</translation>
    </message>
    <message>
        <source>The newest run outlines this {name} differently (thin line).</source>
        <translation>最新の予測ではこの {name} の形が異なります（細線）。</translation>
    </message>
    <message>
        <source>The newest run sees {name} here, and nothing is labelled.</source>
        <translation>最新の予測はここに {name} を検出しましたが、ラベルがありません。</translation>
    </message>
    <message>
        <source>This is labelled {name}; the newest run says {theirs}.</source>
        <translation>ラベルは {name}、最新の予測は {theirs} です。</translation>
    </message>
</context>
<context>
    <name>SettlingBar</name>
    <message>
        <source>Leave it</source>
        <translation>そのままにする</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>Add a folder with File › Add images, or drop one here.</source>
        <translation>「ファイル › 画像を追加」でフォルダーを追加するか、ここにドロップしてください。</translation>
    </message>
    <message>
        <source>Changed on disk</source>
        <translation>ファイルが変更されています</translation>
    </message>
    <message>
        <source>Choose another filter on the left.</source>
        <translation>左で別の条件を選んでください。</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>No image fits this filter</source>
        <translation>条件に合う画像がありません</translation>
    </message>
    <message>
        <source>No images yet</source>
        <translation>画像がまだありません</translation>
    </message>
    <message>
        <source>The file was changed on disk since it was added. Look again at what is on it.</source>
        <translation>追加後にファイルが変更されています。写っているものをもう一度確認してください。</translation>
    </message>
    <message>
        <source>The file was changed since it was added, and that could not be recorded.</source>
        <translation>追加後にファイルが変更されましたが、それを記録できませんでした。</translation>
    </message>
    <message>
        <source>This file has one page.</source>
        <translation>このファイルは 1 ページだけです。</translation>
    </message>
    <message>
        <source>This image cannot be reviewed</source>
        <translation>この画像はレビューできません</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Labels  {n}</source>
        <translation>ラベル  {n}</translation>
    </message>
    <message>
        <source>Labels  {n} · {left} to decide</source>
        <translation>ラベル  {n} · 未判断 {left}</translation>
    </message>
    <message>
        <source>Proposals under this confidence are hidden, and dismissed on [complete]  ([less] shows more, [more] fewer)</source>
        <translation>この信頼度より低い候補は隠れ、[complete] で見送られます  （[less] で増やし、[more] で減らす）</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Show proposals from this confidence</source>
        <translation>表示する候補の信頼度の下限</translation>
    </message>
    <message>
        <source>nothing hidden</source>
        <translation>隠れた候補なし</translation>
    </message>
    <message>
        <source>{n} hidden · {k} suggested</source>
        <translation>非表示 {n} · 提案 {k}</translation>
    </message>
    <message>
        <source>{n} less sure ones hidden</source>
        <translation>信頼度の低い {n} 件を非表示</translation>
    </message>
    <message>
        <source>{n} suggested by programs</source>
        <translation>プログラムの提案 {n}</translation>
    </message>
</context>
<context>
    <name>SimplifySheet</name>
    <message>
        <source>Apply</source>
        <translation>適用</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Simplify the outline</source>
        <translation>輪郭を簡略化</translation>
    </message>
    <message>
        <source>Tolerance in pixels</source>
        <translation>許容差（ピクセル）</translation>
    </message>
    <message>
        <source>{before} corners become {after}.</source>
        <translation>頂点 {before} 個を {after} 個にします。</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>A reason, then Enter</source>
        <translation>理由を入力して Enter</translation>
    </message>
    <message>
        <source>Folders that images came from.</source>
        <translation>画像の取り込み元フォルダーです。</translation>
    </message>
    <message>
        <source>No images yet: File › Add images.</source>
        <translation>画像がまだありません。「ファイル › 画像を追加」で追加します。</translation>
    </message>
    <message>
        <source>Origin of {name}</source>
        <translation>{name} の由来</translation>
    </message>
    <message>
        <source>Relocate…</source>
        <translation>場所を変更…</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>ソース</translation>
    </message>
    <message>
        <source>Where is {name} now?</source>
        <translation>{name} は今どこにありますか？</translation>
    </message>
    <message>
        <source>{name} counted as synthetic so far. Why is all of it {origin}?</source>
        <translation>{name} はこれまで合成として数えられていました。すべてを{origin}とする理由は？</translation>
    </message>
    <message>
        <source>{name} is in {folder} now.</source>
        <translation>{name} の場所を {folder} にしました。</translation>
    </message>
    <message>
        <source>{name} is {origin} now; images with an origin of their own keep it.</source>
        <translation>{name} を「{origin}」にしました。個別に由来を指定した画像はそのままです。</translation>
    </message>
</context>
<context>
    <name>Thinning</name>
    <message>
        <source>Classes thinning out over generations, simulated</source>
        <translation>世代ごとに減るクラス（シミュレーション）</translation>
    </message>
    <message>
        <source>Simulated generation; dashed line: half of what there was</source>
        <translation>シミュレーションの世代。破線は元の半分</translation>
    </message>
</context>
<context>
    <name>Train</name>
    <message>
        <source>Compute on</source>
        <translation>計算装置</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>エポック数</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>画像サイズ</translation>
    </message>
    <message>
        <source>No version is where it was written: move {name} back, or export it again.</source>
        <translation>書き出した場所にバージョンがありません。{name} を元に戻すか、もう一度書き出してください。</translation>
    </message>
    <message>
        <source>Read the model</source>
        <translation>モデルの読み込み</translation>
    </message>
    <message>
        <source>Reading the model…</source>
        <translation>モデルを読み込み中…</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>元のモデル</translation>
    </message>
    <message>
        <source>There is no version yet: export a dataset first.</source>
        <translation>バージョンがまだありません。先にデータセットを書き出してください。</translation>
    </message>
    <message>
        <source>This model is for {task}, the project for {own}; choose another one.</source>
        <translation>このモデルの対象は「{task}」、プロジェクトは「{own}」です。別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Trains with Ultralytics in a process of its own. Before the first epoch it checks that the trainer loaded exactly what the version's receipt says.</source>
        <translation>別プロセスの Ultralytics で学習します。最初のエポックの前に、バージョンの明細どおりのデータだけが読み込まれたことを確かめます。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>as the base model</source>
        <translation>元のモデルと同じ</translation>
    </message>
    <message>
        <source>{name} cannot be trained on: choose the .pt weights that it was made from.</source>
        <translation>{name} からは学習できません。変換元の .pt の重みを選んでください。</translation>
    </message>
</context>
<context>
    <name>TrialVerbs</name>
    <message>
        <source>This image is answered; the first decision counts.</source>
        <translation>この画像は回答済みです。最初の判断が記録されます。</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>   another class</source>
        <translation>   別のクラス</translation>
    </message>
    <message>
        <source>   invented</source>
        <translation>   存在しない物体</translation>
    </message>
    <message>
        <source>   left out</source>
        <translation>   省かれた物体</translation>
    </message>
    <message>
        <source>   moved</source>
        <translation>   ずらされた物体</translation>
    </message>
    <message>
        <source>Accepted proposals</source>
        <translation>承認した候補</translation>
    </message>
    <message>
        <source>Altered copies before images</source>
        <translation>画像の前に出す改変コピー</translation>
    </message>
    <message>
        <source>Blind images</source>
        <translation>ブラインド画像</translation>
    </message>
    <message>
        <source>Errors caught</source>
        <translation>見つけた誤り</translation>
    </message>
    <message>
        <source>From altered copies and blind images you met in this project. Only you see this page.</source>
        <translation>このプロジェクトで出会った改変コピーとブラインド画像の結果です。このページはあなただけに表示されます。</translation>
    </message>
    <message>
        <source>Hidden proposals are shown before an image is complete from a chance of</source>
        <translation>完了前に隠れた候補を表示する、正しい見込みの下限</translation>
    </message>
    <message>
        <source>How well you catch errors</source>
        <translation>誤りを見つける力</translation>
    </message>
    <message>
        <source>Images drawn blind</source>
        <translation>ブラインドで描いた画像</translation>
    </message>
    <message>
        <source>Left undecided</source>
        <translation>未判断のまま</translation>
    </message>
    <message>
        <source>Right objects refused</source>
        <translation>却下した正しい物体</translation>
    </message>
    <message>
        <source>The last {n} altered copies passed as shown. Take a break, or look again at what you did last.</source>
        <translation>直近の改変コピー {n} 件がそのまま通りました。休憩するか、最近の作業を見直してください。</translation>
    </message>
    <message>
        <source>Your pace</source>
        <translation>作業の速さ</translation>
    </message>
    <message>
        <source>nothing known yet</source>
        <translation>まだ情報なし</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>{caught} of {shown}: {rate} % ({low} % to {high} %)</source>
        <translation>{shown} 件中 {caught} 件: {rate} %（{low} %～{high} %）</translation>
    </message>
    <message>
        <source>{n} drawn, {settled} settled; added for the model: {missed}</source>
        <translation>描画 {n}、解決済み {settled}、モデルから追加: {missed}</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{all} 件中 {n} 件</translation>
    </message>
    <message>
        <source>{seconds} s an image, {decisions} decisions a minute</source>
        <translation>1 枚 {seconds} 秒、毎分 {decisions} 件の判断</translation>
    </message>
</context>
<context>
    <name>TrustBar</name>
    <message>
        <source>Go on  (Enter)</source>
        <translation>次へ  (Enter)</translation>
    </message>
</context>
<context>
    <name>Trusting</name>
    <message>
        <source>A few images are copies with one error put in, to see whether errors are caught; nothing of them is kept as a label. Your results are under Project › How well you catch errors.</source>
        <translation>一部の画像は誤りを 1 つ入れたコピーで、見つけられるかを確かめるものです。ラベルとしては残りません。結果は「プロジェクト › 誤りを見つける力」にあります。</translation>
    </message>
    <message>
        <source>A few images are drawn without help, since people overlook what a model overlooks. Afterwards you settle what differs, one key each.</source>
        <translation>モデルの見落としは人も見落としやすいため、一部の画像は予測なしで描きます。その後、違いを 1 キーずつ解決します。</translation>
    </message>
    <message>
        <source>Caught.</source>
        <translation>見つけました。</translation>
    </message>
    <message>
        <source>Draw what you see; what a model predicted is shown once you complete the image.</source>
        <translation>見えるものを描いてください。モデルの予測は画像を完了すると表示されます。</translation>
    </message>
    <message>
        <source>Missed.</source>
        <translation>見逃しました。</translation>
    </message>
    <message>
        <source>Not counted.</source>
        <translation>数えません。</translation>
    </message>
    <message>
        <source>On this copy {name} had been called {other}.</source>
        <translation>このコピーでは {name} が {other} とされていました。</translation>
    </message>
    <message>
        <source>On this copy {name} had been invented (thin line).</source>
        <translation>このコピーには存在しない {name} が加えられていました（細線）。</translation>
    </message>
    <message>
        <source>On this copy {name} had been left out (thin line).</source>
        <translation>このコピーでは {name} が省かれていました（細線）。</translation>
    </message>
    <message>
        <source>On this copy {name} had been moved; the thin line is where it belongs.</source>
        <translation>このコピーでは {name} がずらされていました。細線が本来の位置です。</translation>
    </message>
    <message>
        <source>Right and still refused: {n}.</source>
        <translation>正しいのに却下: {n}。</translation>
    </message>
    <message>
        <source>The last {n} altered images passed as shown. Take a break, or look again at what you completed just now.</source>
        <translation>直近の改変画像 {n} 枚がそのまま通りました。休憩するか、今完了した画像を見直してください。</translation>
    </message>
    <message>
        <source>To be drawn blind.</source>
        <translation>予測なしで描く画像。</translation>
    </message>
</context>
<context>
    <name>ValuesBar</name>
    <message>
        <source>More than 8 bits: shown as the model sees it.</source>
        <translation>8 ビットを超える画像です。モデルが見るとおりに表示しています。</translation>
    </message>
    <message>
        <source>Spread the values</source>
        <translation>階調を広げる</translation>
    </message>
    <message>
        <source>Values {low} to {high} spread over black to white; the model sees 8 bits of them.</source>
        <translation>値 {low}〜{high} を黒から白に広げて表示。モデルが見るのはその 8 ビットです。</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>A version is frozen: no edit of a source reaches its copies, and writing it again gives the same bytes.</source>
        <translation>バージョンは固定です。ソースを編集してもコピーには及ばず、書き直しても同じバイト列になります。</translation>
    </message>
    <message>
        <source>Choose a folder; the version gets a folder of its name in it</source>
        <translation>フォルダーを選択（その中にバージョン名のフォルダーを作ります）</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較する</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>比較しています…</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>保存フォルダー</translation>
    </message>
    <message>
        <source>How it differs from</source>
        <translation>比較の相手</translation>
    </message>
    <message>
        <source>Kept what is said of {name}.</source>
        <translation>{name} の説明を保存しました。</translation>
    </message>
    <message>
        <source>Real share</source>
        <translation>実写の割合</translation>
    </message>
    <message>
        <source>Receipt {digest} in {folder}</source>
        <translation>明細 {digest}: {folder}</translation>
    </message>
    <message>
        <source>Restore a version</source>
        <translation>バージョンの復元</translation>
    </message>
    <message>
        <source>Restore its folder</source>
        <translation>フォルダーを復元</translation>
    </message>
    <message>
        <source>Save title and description</source>
        <translation>題名と説明を保存</translation>
    </message>
    <message>
        <source>There is no version yet: export a dataset first.</source>
        <translation>バージョンがまだありません。先にデータセットを書き出してください。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>題名</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Version to compare with</source>
        <translation>比較するバージョン</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>バージョン一覧</translation>
    </message>
    <message>
        <source>Write a version again</source>
        <translation>バージョンの書き直し</translation>
    </message>
    <message>
        <source>Write it again to…</source>
        <translation>別の場所に書き直す…</translation>
    </message>
    <message>
        <source>Writes it to where it was, when it is not there any more.</source>
        <translation>元の場所になくなっているとき、そこへ書き直します。</translation>
    </message>
    <message>
        <source>Writing… the job panel shows how far it is.</source>
        <translation>書き込んでいます… 進み具合はジョブ欄に出ます。</translation>
    </message>
    <message>
        <source>linked to the sources: {f}</source>
        <translation>ソースにリンク: {f}</translation>
    </message>
    <message>
        <source>not there: {f}</source>
        <translation>見つかりません: {f}</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>In CVAT, D is the previous image; here it is the next.</source>
        <translation>CVAT では D が前の画像、ここでは次の画像です。</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation>キー配置</translation>
    </message>
    <message>
        <source>Make the sample</source>
        <translation>サンプルの作成</translation>
    </message>
    <message>
        <source>Making the sample in {folder}…</source>
        <translation>{folder} にサンプルを作成中…</translation>
    </message>
    <message>
        <source>New here? The sample opens small machine parts with a model's proposals on them: accept with {accept}, reject with {reject}, draw what is missing with {box}, and {complete} when an image is done. Nothing is downloaded.</source>
        <translation>初めての方へ: サンプルは機械部品の画像にモデルの候補が付いたものです。{accept} で承認、{reject} で却下、足りないものは {box} で描き、画像が済んだら {complete} を押します。ダウンロードは行いません。</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新規プロジェクト…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開く…</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近のプロジェクト</translation>
    </message>
    <message>
        <source>Review what a model proposed; train on what people verified.</source>
        <translation>モデルの候補をレビューし、人が確認したデータで学習する。</translation>
    </message>
    <message>
        <source>The keys are those of {name} now; F1 shows them.</source>
        <translation>キー配置を {name} にしました。F1 で一覧を表示します。</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>サンプルを試す</translation>
    </message>
    <message>
        <source>You review as</source>
        <translation>レビュー担当</translation>
    </message>
    <message>
        <source>Your name as reviewer</source>
        <translation>レビュー担当者名</translation>
    </message>
    <message>
        <source>Your name, recorded with every decision</source>
        <translation>あなたの名前（判断ごとに記録されます）</translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <source>A simulation, not a forecast: the project's own labels are learned from and made again, generation after generation. No model is trained, and nothing is written.</source>
        <translation>予測ではなくシミュレーションです。プロジェクトのラベルから学び、世代ごとに作り直すとどうなるかを試します。モデルは学習せず、何も書き込みません。</translation>
    </message>
    <message>
        <source>Band of the runs for</source>
        <translation>幅を示すクラス</translation>
    </message>
    <message>
        <source>Generations</source>
        <translation>世代数</translation>
    </message>
    <message>
        <source>Real labels in each generation</source>
        <translation>各世代の実写ラベル</translation>
    </message>
    <message>
        <source>Simulated over {n} generations: {thin} of {all} classes fall below half, {gone} of them are gone.</source>
        <translation>{n} 世代のシミュレーション: {all} クラス中 {thin} が半分を下回り、うち {gone} は消えます。</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>もしも</translation>
    </message>
    <message>
        <source>What the simulation says</source>
        <translation>シミュレーションの結果</translation>
    </message>
    <message>
        <source>{name}: below half from generation {n} on</source>
        <translation>{name}: 第 {n} 世代から半分未満</translation>
    </message>
    <message>
        <source>{name}: below half from generation {n} on, gone in generation {gone}</source>
        <translation>{name}: 第 {n} 世代から半分未満、第 {gone} 世代で消滅</translation>
    </message>
</context>
<context>
    <name>ZoomLabel</name>
    <message>
        <source>Zoom</source>
        <translation>ズーム</translation>
    </message>
</context>
<context>
    <name>_Mark</name>
    <message>
        <source>does not hold</source>
        <translation>満たしていない</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>満たしている</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Origin of {path}</source>
        <translation>{path} の由来</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>一覧から外す</translation>
    </message>
    <message>
        <source>Take {path} off the list</source>
        <translation>{path} を一覧から外す</translation>
    </message>
</context>
<context>
    <name>_Title</name>
    <message>
        <source>by {name}</source>
        <translation>担当 {name}</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>gold</translation>
    </message>
    <message>
        <source>unsure: {note}</source>
        <translation>要検討: {note}</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Draw</source>
        <translation>描画(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>プロジェクト(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>レビュー(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>About verify-app</source>
        <translation>verify-app について</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Accept all shown, complete, go on</source>
        <translation>表示中をすべて承認し完了、次へ</translation>
    </message>
    <message>
        <source>Add a part to the outline</source>
        <translation>輪郭に部分を追加</translation>
    </message>
    <message>
        <source>Add images…</source>
        <translation>画像を追加…</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Blow up the selected label</source>
        <translation>選択したラベルを拡大</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>明るく</translation>
    </message>
    <message>
        <source>Brightness, contrast, gamma…</source>
        <translation>明るさ・コントラスト・ガンマ…</translation>
    </message>
    <message>
        <source>Cancel, back to selecting</source>
        <translation>取り消して選択に戻る</translation>
    </message>
    <message>
        <source>Class of the label…</source>
        <translation>ラベルのクラス…</translation>
    </message>
    <message>
        <source>Class {n}</source>
        <translation>クラス {n}</translation>
    </message>
    <message>
        <source>Copy label</source>
        <translation>ラベルをコピー</translation>
    </message>
    <message>
        <source>Crops of all labels</source>
        <translation>全ラベルの切り抜き一覧</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>十字線</translation>
    </message>
    <message>
        <source>Cut a hole into the outline</source>
        <translation>輪郭に穴を開ける</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>暗く</translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation>ラベルを削除</translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation>ボックスを描く</translation>
    </message>
    <message>
        <source>Draw a polygon</source>
        <translation>ポリゴンを描く</translation>
    </message>
    <message>
        <source>Draw an oriented box</source>
        <translation>回転ボックスを描く</translation>
    </message>
    <message>
        <source>Draw keypoints</source>
        <translation>キーポイントを打つ</translation>
    </message>
    <message>
        <source>Duplicate label</source>
        <translation>ラベルを複製</translation>
    </message>
    <message>
        <source>Edit a verified label</source>
        <translation>確認済みラベルを編集</translation>
    </message>
    <message>
        <source>Edit by numbers</source>
        <translation>数値で編集</translation>
    </message>
    <message>
        <source>Evaluate…</source>
        <translation>評価…</translation>
    </message>
    <message>
        <source>Export dataset…</source>
        <translation>データセットを書き出し…</translation>
    </message>
    <message>
        <source>Find image by name</source>
        <translation>画像を名前で検索</translation>
    </message>
    <message>
        <source>Fit to width</source>
        <translation>幅に合わせる</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>ウィンドウに合わせる</translation>
    </message>
    <message>
        <source>Flag as unsure</source>
        <translation>要検討の印を付ける</translation>
    </message>
    <message>
        <source>Heat: where objects are rare here</source>
        <translation>ヒート: ここで物体が少ない場所</translation>
    </message>
    <message>
        <source>History of the image or label</source>
        <translation>画像またはラベルの履歴</translation>
    </message>
    <message>
        <source>How well you catch errors…</source>
        <translation>誤りを見つける力…</translation>
    </message>
    <message>
        <source>Image list</source>
        <translation>画像一覧</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー一覧</translation>
    </message>
    <message>
        <source>Keys follow the pointer</source>
        <translation>キーはポインターの下に効く</translation>
    </message>
    <message>
        <source>Labels and classes</source>
        <translation>ラベルとクラス</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Less contrast</source>
        <translation>コントラストを下げる</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>コントラストを上げる</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新規プロジェクト…</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>次の画像</translation>
    </message>
    <message>
        <source>Next label</source>
        <translation>次のラベル</translation>
    </message>
    <message>
        <source>Next object under the pointer</source>
        <translation>ポインターの下の次の物体</translation>
    </message>
    <message>
        <source>Next page of the file</source>
        <translation>ファイルの次のページ</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>ウィンドウの次の部分へ</translation>
    </message>
    <message>
        <source>Next unreviewed image</source>
        <translation>次の未レビュー画像</translation>
    </message>
    <message>
        <source>Nothing on this image</source>
        <translation>この画像に対象なし</translation>
    </message>
    <message>
        <source>Nudge down</source>
        <translation>下へ動かす</translation>
    </message>
    <message>
        <source>Nudge down by ten</source>
        <translation>下へ 10 ピクセル動かす</translation>
    </message>
    <message>
        <source>Nudge left</source>
        <translation>左へ動かす</translation>
    </message>
    <message>
        <source>Nudge left by ten</source>
        <translation>左へ 10 ピクセル動かす</translation>
    </message>
    <message>
        <source>Nudge right</source>
        <translation>右へ動かす</translation>
    </message>
    <message>
        <source>Nudge right by ten</source>
        <translation>右へ 10 ピクセル動かす</translation>
    </message>
    <message>
        <source>Nudge up</source>
        <translation>上へ動かす</translation>
    </message>
    <message>
        <source>Nudge up by ten</source>
        <translation>上へ 10 ピクセル動かす</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>プロジェクトを開く…</translation>
    </message>
    <message>
        <source>Paste label</source>
        <translation>ラベルを貼り付け</translation>
    </message>
    <message>
        <source>Pixel grid</source>
        <translation>ピクセル格子</translation>
    </message>
    <message>
        <source>Point: visible, hidden, absent</source>
        <translation>点: 可視・隠れ・なし</translation>
    </message>
    <message>
        <source>Predict this image</source>
        <translation>この画像を予測</translation>
    </message>
    <message>
        <source>Predict…</source>
        <translation>予測…</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>前の画像</translation>
    </message>
    <message>
        <source>Previous label</source>
        <translation>前のラベル</translation>
    </message>
    <message>
        <source>Previous page of the file</source>
        <translation>ファイルの前のページ</translation>
    </message>
    <message>
        <source>Previous unreviewed image</source>
        <translation>前の未レビュー画像</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Reject: false</source>
        <translation>却下: 誤検出</translation>
    </message>
    <message>
        <source>Reject: fix later</source>
        <translation>却下: 後で修正</translation>
    </message>
    <message>
        <source>Reopen image</source>
        <translation>画像を再開</translation>
    </message>
    <message>
        <source>Select all labels</source>
        <translation>すべてのラベルを選択</translation>
    </message>
    <message>
        <source>Select and edit</source>
        <translation>選択と編集</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Show confidence</source>
        <translation>信頼度を表示</translation>
    </message>
    <message>
        <source>Show fewer proposals</source>
        <translation>表示する候補を減らす</translation>
    </message>
    <message>
        <source>Show labels</source>
        <translation>ラベルを表示</translation>
    </message>
    <message>
        <source>Show more proposals</source>
        <translation>表示する候補を増やす</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>名前を表示</translation>
    </message>
    <message>
        <source>Show the picture as it is</source>
        <translation>画像を元のまま表示</translation>
    </message>
    <message>
        <source>Simplify the polygon</source>
        <translation>ポリゴンを簡略化</translation>
    </message>
    <message>
        <source>Sources…</source>
        <translation>ソース…</translation>
    </message>
    <message>
        <source>Train…</source>
        <translation>学習…</translation>
    </message>
    <message>
        <source>Turn left by 15°</source>
        <translation>左に 15° 回す</translation>
    </message>
    <message>
        <source>Turn left by 1°</source>
        <translation>左に 1° 回す</translation>
    </message>
    <message>
        <source>Turn right by 15°</source>
        <translation>右に 15° 回す</translation>
    </message>
    <message>
        <source>Turn right by 1°</source>
        <translation>右に 1° 回す</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Unfold what lies on each other</source>
        <translation>重なった物体を個別に表示</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>バージョン一覧…</translation>
    </message>
    <message>
        <source>Welcome page</source>
        <translation>開始ページ</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>もしも…</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
</context>
<context>
    <name>compared</name>
    <message>
        <source>fewer</source>
        <translation>減少</translation>
    </message>
    <message>
        <source>in both</source>
        <translation>両方にある</translation>
    </message>
    <message>
        <source>more</source>
        <translation>増加</translation>
    </message>
    <message>
        <source>others</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>real and verified</source>
        <translation>実写・確認済み</translation>
    </message>
</context>
<context>
    <name>composition</name>
    <message>
        <source>Decided in the window, of the real and verified images</source>
        <translation>実写・確認済み画像のうちウィンドウで判断したもの</translation>
    </message>
    <message>
        <source>Depth of the models behind unverified labels</source>
        <translation>未確認ラベルの元になったモデルの深さ</translation>
    </message>
    <message>
        <source>Errors that every reviewer surely catches</source>
        <translation>どのレビュー担当者も確実に見つける誤り</translation>
    </message>
    <message>
        <source>Fresh human work, of what is new since the parent</source>
        <translation>親以降に加わった分に占める新しい人の作業</translation>
    </message>
    <message>
        <source>Hard floor by objects</source>
        <translation>物体数での絶対下限</translation>
    </message>
    <message>
        <source>Hard floor of that share</source>
        <translation>割合の絶対下限</translation>
    </message>
    <message>
        <source>Images in more than one split</source>
        <translation>複数の split に入る画像</translation>
    </message>
    <message>
        <source>Real and verified within each class, the rarest apart</source>
        <translation>クラスごとの実写・確認済み（最もまれなものを除く）</translation>
    </message>
    <message>
        <source>Real and verified, of all training images</source>
        <translation>学習画像に占める実写・確認済み</translation>
    </message>
    <message>
        <source>Real and verified, of all training objects</source>
        <translation>学習物体に占める実写・確認済み</translation>
    </message>
    <message>
        <source>Unverified images in val, test and gold</source>
        <translation>val・test・gold の未確認画像</translation>
    </message>
    <message>
        <source>Verified objects of rare classes lost since the parent</source>
        <translation>親以降に失われた、まれなクラスの確認済み物体</translation>
    </message>
    <message>
        <source>Verified training images of the parent that are missing</source>
        <translation>親にあって欠けている確認済み学習画像</translation>
    </message>
    <message>
        <source>belongs together with images of another split</source>
        <translation>別の分割の画像と同じ組</translation>
    </message>
    <message>
        <source>labels of a model that is too deep</source>
        <translation>深すぎるモデルのラベル</translation>
    </message>
    <message>
        <source>put in val or test by the publisher and not verified</source>
        <translation>公開元が val または test に入れ、未確認</translation>
    </message>
</context>
<context>
    <name>demands</name>
    <message>
        <source>as by images</source>
        <translation>画像と同じ</translation>
    </message>
    <message>
        <source>no rule</source>
        <translation>規則なし</translation>
    </message>
    <message>
        <source>take none</source>
        <translation>候補を使わない</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>It is written down in {file}.</source>
        <translation>内容を {file} に記録しました。</translation>
    </message>
    <message>
        <source>Something went wrong in the program ({kind}); your decisions are saved.</source>
        <translation>プログラムに不具合が起きました（{kind}）。判断は保存されています。</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>import + {said}</source>
        <translation>インポート + {said}</translation>
    </message>
</context>
<context>
    <name>operations</name>
    <message>
        <source>accepted a proposal</source>
        <translation>候補の承認</translation>
    </message>
    <message>
        <source>added a class</source>
        <translation>クラスの追加</translation>
    </message>
    <message>
        <source>added a model</source>
        <translation>モデルの追加</translation>
    </message>
    <message>
        <source>added a source</source>
        <translation>ソースの追加</translation>
    </message>
    <message>
        <source>answered a honeypot</source>
        <translation>ハニーポットへの回答</translation>
    </message>
    <message>
        <source>assigned images to splits</source>
        <translation>画像の split への割り当て</translation>
    </message>
    <message>
        <source>changed a label</source>
        <translation>ラベルの変更</translation>
    </message>
    <message>
        <source>changed a setting</source>
        <translation>設定の変更</translation>
    </message>
    <message>
        <source>changed the origin</source>
        <translation>由来の変更</translation>
    </message>
    <message>
        <source>cleared a flag</source>
        <translation>要検討の印の解除</translation>
    </message>
    <message>
        <source>completed a blind image and saw its predictions</source>
        <translation>ブラインド画像の完了と予測の開示</translation>
    </message>
    <message>
        <source>corrected a proposal</source>
        <translation>候補の修正</translation>
    </message>
    <message>
        <source>created the project</source>
        <translation>プロジェクトの作成</translation>
    </message>
    <message>
        <source>described a version</source>
        <translation>バージョンに説明を付けた</translation>
    </message>
    <message>
        <source>drew a label</source>
        <translation>ラベルの描画</translation>
    </message>
    <message>
        <source>evaluated models</source>
        <translation>モデルの評価</translation>
    </message>
    <message>
        <source>flagged as unsure</source>
        <translation>要検討の印付け</translation>
    </message>
    <message>
        <source>gave an image its class</source>
        <translation>画像のクラス付け</translation>
    </message>
    <message>
        <source>imported labels</source>
        <translation>ラベルの取り込み</translation>
    </message>
    <message>
        <source>kept a label against a model</source>
        <translation>モデルに対するラベルの維持</translation>
    </message>
    <message>
        <source>looked at image files</source>
        <translation>画像ファイルの調査</translation>
    </message>
    <message>
        <source>made a program's suggestion a label</source>
        <translation>プログラムの提案のラベル化</translation>
    </message>
    <message>
        <source>marked an image complete</source>
        <translation>画像の完了</translation>
    </message>
    <message>
        <source>marked an image complete and empty</source>
        <translation>画像の完了（対象なし）</translation>
    </message>
    <message>
        <source>merged two classes</source>
        <translation>クラスの統合</translation>
    </message>
    <message>
        <source>put a program's suggestion away</source>
        <translation>プログラムの提案の片付け</translation>
    </message>
    <message>
        <source>put a publisher's splits aside</source>
        <translation>公開元の分割を外しました</translation>
    </message>
    <message>
        <source>recorded predictions</source>
        <translation>予測の記録</translation>
    </message>
    <message>
        <source>redid an operation</source>
        <translation>操作のやり直し</translation>
    </message>
    <message>
        <source>rejected a proposal</source>
        <translation>候補の却下</translation>
    </message>
    <message>
        <source>rejected a proposal, to be fixed later</source>
        <translation>候補の却下（後で修正）</translation>
    </message>
    <message>
        <source>released images from gold</source>
        <translation>gold からの解除</translation>
    </message>
    <message>
        <source>relocated a source</source>
        <translation>ソースの場所変更</translation>
    </message>
    <message>
        <source>removed a label</source>
        <translation>ラベルの削除</translation>
    </message>
    <message>
        <source>removed images</source>
        <translation>画像の除外</translation>
    </message>
    <message>
        <source>renamed a class</source>
        <translation>クラス名の変更</translation>
    </message>
    <message>
        <source>reopened an image</source>
        <translation>画像の再開</translation>
    </message>
    <message>
        <source>reserved images for gold</source>
        <translation>gold への取り置き</translation>
    </message>
    <message>
        <source>said that decisions were a program's</source>
        <translation>判断をプログラムのものとする指定</translation>
    </message>
    <message>
        <source>settled a difference on a blind image</source>
        <translation>ブラインド画像の差異の解決</translation>
    </message>
    <message>
        <source>started a run</source>
        <translation>予測の開始</translation>
    </message>
    <message>
        <source>suggested something</source>
        <translation>提案</translation>
    </message>
    <message>
        <source>took a model's side</source>
        <translation>モデル側の採用</translation>
    </message>
    <message>
        <source>took frames out of a video</source>
        <translation>動画からのフレーム取り出し</translation>
    </message>
    <message>
        <source>took responsibility for a file of lines</source>
        <translation>行のファイルへの責任の引き受け</translation>
    </message>
    <message>
        <source>trained a model</source>
        <translation>モデルの学習</translation>
    </message>
    <message>
        <source>undid an operation</source>
        <translation>操作の取り消し</translation>
    </message>
    <message>
        <source>vouched for imported labels</source>
        <translation>取り込みラベルの保証</translation>
    </message>
    <message>
        <source>was given a blind image</source>
        <translation>ブラインド画像の割り当て</translation>
    </message>
    <message>
        <source>was shown a honeypot</source>
        <translation>ハニーポットの提示</translation>
    </message>
    <message>
        <source>wrote a version</source>
        <translation>バージョンの書き出し</translation>
    </message>
</context>
<context>
    <name>picture</name>
    <message>
        <source>gold set</source>
        <translation>gold セット</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>train</source>
        <translation>train</translation>
    </message>
    <message>
        <source>val</source>
        <translation>val</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>1 image left out to reach it; {share} of {n} images in train real and verified.</source>
        <translation>割合に合わせて 1 枚を除外。学習画像 {n} 枚の {share} が実写・確認済みです。</translation>
    </message>
    <message>
        <source>1 label file belongs to no picture: {names}.</source>
        <translation>画像のないラベルファイルが 1 件あります: {names}。</translation>
    </message>
    <message>
        <source>1 label is attested.</source>
        <translation>ラベル 1 個が保証済みです。</translation>
    </message>
    <message>
        <source>1 picture has no label file: {names}.</source>
        <translation>ラベルファイルのない画像が 1 枚あります: {names}。</translation>
    </message>
    <message>
        <source>1 picture that is listed is not there: {names}.</source>
        <translation>一覧に書かれた画像のうち 1 枚が見つかりません: {names}。</translation>
    </message>
    <message>
        <source>1 rejected to be fixed later; settle it first.</source>
        <translation>「後で修正」が 1 件あります。先に片付けてください。</translation>
    </message>
    <message>
        <source>1 verified label is on this image; remove it first if there is nothing on it.</source>
        <translation>この画像には確認済みラベルが 1 件あります。何も写っていないなら、先に削除してください。</translation>
    </message>
    <message>
        <source>A box needs at least one pixel either way inside the image.</source>
        <translation>ボックスは画像内で縦横 1 ピクセル以上必要です。</translation>
    </message>
    <message>
        <source>Add and verify 1 more real image with {hold} to keep all {all}.</source>
        <translation>実写画像をもう 1 枚（{hold}）追加して確認すると、{all} 枚すべてを残せます。</translation>
    </message>
    <message>
        <source>Add and verify {n} more real images to keep all {all}.</source>
        <translation>実写画像をあと {n} 枚追加・確認すれば、{all} 枚すべて残せます。</translation>
    </message>
    <message>
        <source>Add and verify {n} more real images with {hold} to keep all {all}.</source>
        <translation>実写画像をあと {n} 枚（{hold}）追加して確認すると、{all} 枚すべてを残せます。</translation>
    </message>
    <message>
        <source>Add real images and review them: a dataset needs real, human-verified data.</source>
        <translation>実写画像を追加してレビューしてください。データセットには人が確認した実データが必要です。</translation>
    </message>
    <message>
        <source>Add, review and complete 1 more real image, to be ready to export.</source>
        <translation>書き出しの準備には、実写画像をあと 1 枚追加し、レビューして完了してください。</translation>
    </message>
    <message>
        <source>Add, review and complete {n} more real images, to be ready to export.</source>
        <translation>書き出しの準備には、実写画像をあと {n} 枚追加し、レビューして完了してください。</translation>
    </message>
    <message>
        <source>Added {n} images, {objects} labels.</source>
        <translation>画像 {n} 枚、ラベル {objects} 個を追加しました。</translation>
    </message>
    <message>
        <source>Added {n} images, {objects} labels; {known} were known.</source>
        <translation>画像 {n} 枚、ラベル {objects} 個を追加しました。{known} 枚は既知でした。</translation>
    </message>
    <message>
        <source>Added {n} images.</source>
        <translation>画像を {n} 枚追加しました。</translation>
    </message>
    <message>
        <source>Added {n} images; {known} were known.</source>
        <translation>画像を {n} 枚追加しました（{known} 枚は登録済み）。</translation>
    </message>
    <message>
        <source>An outline needs an area of at least one pixel inside the image.</source>
        <translation>輪郭は画像内で 1 ピクセル以上の面積が必要です。</translation>
    </message>
    <message>
        <source>Bands hold nine in ten of {runs} runs.</source>
        <translation>帯は {runs} 回の試行の 9 割を含みます。</translation>
    </message>
    <message>
        <source>Every generation has {size} objects, {share} of them drawn from the labels that people verified.</source>
        <translation>各世代は物体 {size} 個で、その {share} は人が確認したラベルから取ります。</translation>
    </message>
    <message>
        <source>Every image of this project has a class; none can be empty.</source>
        <translation>このプロジェクトの画像には必ずクラスがあり、「対象なし」にはできません。</translation>
    </message>
    <message>
        <source>Give this image a class first: press its number, or C to find it by name.</source>
        <translation>先に画像のクラスを決めてください。番号を押すか、C で名前から探します。</translation>
    </message>
    <message>
        <source>Images of unknown origin: {n}. Say under Project › Sources which are real; then review them.</source>
        <translation>出所不明の画像: {n} 件。「プロジェクト › ソース」で実写のものを指定し、レビューしてください。</translation>
    </message>
    <message>
        <source>Left aside: {names}.</source>
        <translation>取り込まなかったもの: {names}。</translation>
    </message>
    <message>
        <source>Looked at {n} images: {found} predictions.</source>
        <translation>画像 {n} 枚を調べました: 予測 {found} 件。</translation>
    </message>
    <message>
        <source>Looked at {n} images: {found} predictions; {known} were seen by this model before.</source>
        <translation>画像 {n} 枚を調べました: 予測 {found} 件（{known} 枚はこのモデルで予測済み）。</translation>
    </message>
    <message>
        <source>No number of verified images would keep them all; lower the share or remove what is not real.</source>
        <translation>何枚確認してもすべては残せません。割合を下げるか、実写でないものを外してください。</translation>
    </message>
    <message>
        <source>No recall was measured yet: reserve gold images, verify them, and run `verify-app evaluate` first.</source>
        <translation>再現率がまだ測定されていません。gold 画像を確保して確認し、先に `verify-app evaluate` を実行してください。</translation>
    </message>
    <message>
        <source>Not measured, taken as the average of {average}: {names}.</source>
        <translation>測定なし（平均 {average} とみなします）：{names}</translation>
    </message>
    <message>
        <source>Nothing can be decided on this image: {why}</source>
        <translation>この画像は判断できません: {why}</translation>
    </message>
    <message>
        <source>Nothing can be decided on {name}: {why}</source>
        <translation>{name} は判断できません: {why}</translation>
    </message>
    <message>
        <source>Nothing is labelled here. If there is nothing on this image, press Shift+Space (empty).</source>
        <translation>ラベルがありません。何も写っていないなら Shift+Space（対象なし）を押してください。</translation>
    </message>
    <message>
        <source>Nothing is left out for the share; {share} of {n} images in train real and verified.</source>
        <translation>割合のための除外はありません。学習画像 {n} 枚の {share} が実写・確認済みです。</translation>
    </message>
    <message>
        <source>Only what a model predicted can be rejected to be fixed later; flag this one instead.</source>
        <translation>「後で修正」で却下できるのはモデルの予測だけです。代わりに要検討の印を付けてください。</translation>
    </message>
    <message>
        <source>Only what a model predicted can be rejected to be fixed later; put a suggestion away instead.</source>
        <translation>「後で修正」で却下できるのはモデルの予測だけです。提案は代わりに片付けてください。</translation>
    </message>
    <message>
        <source>Project › Export dataset says what a version would hold, and what to verify for more.</source>
        <translation>「プロジェクト › データセットを書き出し」で、版の内容と、次に確認すべき画像がわかります。</translation>
    </message>
    <message>
        <source>Ready to export.</source>
        <translation>書き出せます。</translation>
    </message>
    <message>
        <source>Ready to export; {n} more real images can be verified.</source>
        <translation>書き出せます。確認できる実写画像があと {n} 枚あります。</translation>
    </message>
    <message>
        <source>Recall stays as measured; in truth it falls as a class gets rarer, so that rare classes go sooner.</source>
        <translation>再現率は測った値のままとします。実際にはクラスが減るほど下がるため、まれなクラスはもっと早く消えます。</translation>
    </message>
    <message>
        <source>Review and complete 1 more real image, to be ready to export.</source>
        <translation>書き出しの準備には、実写画像をあと 1 枚レビューして完了してください。</translation>
    </message>
    <message>
        <source>Review and complete more real images: there is none for {splits} yet.</source>
        <translation>実写画像をさらにレビューして完了してください。{splits} 用がまだありません。</translation>
    </message>
    <message>
        <source>Review and complete real images; {n} to go.</source>
        <translation>実写画像をレビューして完了してください。残り {n} 枚です。</translation>
    </message>
    <message>
        <source>Review and complete {n} more real images, to be ready to export.</source>
        <translation>書き出しの準備には、実写画像をあと {n} 枚レビューして完了してください。</translation>
    </message>
    <message>
        <source>Skipped {n}:</source>
        <translation>飛ばしたもの（{n} 件）:</translation>
    </message>
    <message>
        <source>The file is missing; put it back or relocate its source.</source>
        <translation>ファイルが見つかりません。元に戻すか、ソースの場所を変更してください。</translation>
    </message>
    <message>
        <source>The label files in {path} are DOTA's: add them as such (--labels dota; in the window: Bring in).</source>
        <translation>{path} のラベルファイルは DOTA 形式です。DOTA として追加してください (--labels dota、ウィンドウでは「取り込む内容」)。</translation>
    </message>
    <message>
        <source>The others are labels of the generation before, each found again with the recall measured for its class, and drawn up to the same number; a model invents nothing and confuses no classes.</source>
        <translation>残りは前の世代のラベルで、それぞれクラスごとに測った再現率で再び見つかり、同じ数まで補われます。モデルは何も捏造せず、クラスも取り違えません。</translation>
    </message>
    <message>
        <source>The sample project is in {folder}.</source>
        <translation>サンプルは {folder} にあります。</translation>
    </message>
    <message>
        <source>The version needs {need}, {free} free.</source>
        <translation>バージョンに {need} 必要です（空き {free}）。</translation>
    </message>
    <message>
        <source>The version needs {need}, {free} free; `--link` needs none.</source>
        <translation>バージョンに {need} 必要ですが、空きは {free} です。ソースへのリンク (`--link`) なら容量は要りません。</translation>
    </message>
    <message>
        <source>The version needs {need}, {free} free; `--link` needs {links}.</source>
        <translation>バージョンに {need} 必要ですが、空きは {free} です。ソースへのリンク (`--link`) なら {links} で済みます。</translation>
    </message>
    <message>
        <source>There are no label files in {path}. If its folders are classes, they are labels of whole images: for a project of that task (classify).</source>
        <translation>{path} にラベルファイルがありません。フォルダーがクラスを表す場合は画像全体のラベルです。そのタスク (classify) のプロジェクトに追加してください。</translation>
    </message>
    <message>
        <source>There are no labels in {path} that this program knows; if there are some, name their format (--labels; in the window: Bring in).</source>
        <translation>{path} に、このプログラムの知っているラベルがありません。あるはずの場合は形式を指定してください (--labels、ウィンドウでは「取り込む内容」)。</translation>
    </message>
    <message>
        <source>There is no YOLO label file (.txt) for the pictures in {path}. Add the folder that holds both, or the pictures alone (--labels none; in the window: Images only).</source>
        <translation>{path} の画像に対応する YOLO ラベルファイル (.txt) がありません。両方を含むフォルダーを追加するか、画像だけを追加してください (--labels none、ウィンドウでは「画像のみ」)。</translation>
    </message>
    <message>
        <source>There is no file or folder {path}.</source>
        <translation>{path} というファイルやフォルダーはありません。</translation>
    </message>
    <message>
        <source>There is no picture in {path}, only 1 label file; say in which folder their pictures are (--images; in the window: Images are in).</source>
        <translation>{path} に画像がなく、ラベルファイルが 1 件あるだけです。画像のあるフォルダーを指定してください (--images、ウィンドウでは「画像の場所」)。</translation>
    </message>
    <message>
        <source>There is no picture in {path}, only {n} label files; say in which folder their pictures are (--images; in the window: Images are in).</source>
        <translation>{path} に画像がなく、ラベルファイルが {n} 件あるだけです。画像のあるフォルダーを指定してください (--images、ウィンドウでは「画像の場所」)。</translation>
    </message>
    <message>
        <source>There is no real-verified image for {splits}, so the policy cannot be met even without unverified images; {advice}, complete, and export again (not among the candidates: {others}).</source>
        <translation>{splits} に実写・確認済みの画像がないため、未確認の画像を除いてもポリシーを満たせません。{advice}し、完了してから書き出してください（対象外: {others}）。</translation>
    </message>
    <message>
        <source>There is no real-verified image for {splits}, so the policy cannot be met even without unverified images; {advice}, complete, and export again.</source>
        <translation>{splits} に実写・確認済みの画像がないため、未確認の画像を除いてもポリシーを満たせません。{advice}し、完了してから書き出してください。</translation>
    </message>
    <message>
        <source>There is nothing of {name}'s left to undo.</source>
        <translation>{name} の操作で元に戻せるものはもうありません。</translation>
    </message>
    <message>
        <source>There is nothing of {name}'s to redo.</source>
        <translation>{name} の操作でやり直せるものはありません。</translation>
    </message>
    <message>
        <source>This image is flagged as unsure; clear the flag (U) before you complete it.</source>
        <translation>この画像には要検討の印があります。完了する前に外してください（U）。</translation>
    </message>
    <message>
        <source>This image is not complete, so there is nothing to reopen.</source>
        <translation>この画像は完了していないので、再開の必要はありません。</translation>
    </message>
    <message>
        <source>This image is not in the project any more.</source>
        <translation>この画像はもうプロジェクトにありません。</translation>
    </message>
    <message>
        <source>This is a simulation of counts of labels, not a forecast: no model is trained.</source>
        <translation>これはラベル数のシミュレーションで、予測ではありません。モデルは学習しません。</translation>
    </message>
    <message>
        <source>This object is not on the image any more; look again.</source>
        <translation>この物体はもう画像にありません。もう一度見てください。</translation>
    </message>
    <message>
        <source>This suggestion is not on the image any more; look again.</source>
        <translation>この提案はもう画像上にありません。もう一度見てください。</translation>
    </message>
    <message>
        <source>Verify 1 more real image to keep all {all}.</source>
        <translation>実写画像をあと 1 枚確認すれば、{all} 枚すべて残せます。</translation>
    </message>
    <message>
        <source>Verify 1 more real image with {hold} to keep all {all}.</source>
        <translation>実写画像をもう 1 枚（{hold}）確認すると、{all} 枚すべてを残せます。</translation>
    </message>
    <message>
        <source>Verify the {n} real images that are left and add {more} more to keep all {all}.</source>
        <translation>残りの実写画像 {n} 枚を確認し、さらに {more} 枚を追加すると、{all} 枚すべてを残せます。</translation>
    </message>
    <message>
        <source>Verify the {n} real images that are left and add {more} more with {hold} to keep all {all}.</source>
        <translation>残りの実写画像 {n} 枚を確認し、さらに {more} 枚を追加すると（{hold}）、{all} 枚すべてを残せます。</translation>
    </message>
    <message>
        <source>Verify {n} more real images to keep all {all}.</source>
        <translation>実写画像をあと {n} 枚確認すれば、{all} 枚すべて残せます。</translation>
    </message>
    <message>
        <source>Verify {n} more real images with {hold} to keep all {all}.</source>
        <translation>実写画像をあと {n} 枚（{hold}）確認すると、{all} 枚すべてを残せます。</translation>
    </message>
    <message>
        <source>about {objects} objects</source>
        <translation>物体 約 {objects} 個</translation>
    </message>
    <message>
        <source>about {objects} objects, {which}</source>
        <translation>物体 約 {objects} 個、{which}</translation>
    </message>
    <message>
        <source>add and verify {n} more real images</source>
        <translation>実写画像をあと {n} 枚追加して確認</translation>
    </message>
    <message>
        <source>train and val</source>
        <translation>train と val</translation>
    </message>
    <message>
        <source>verify 1 more real image</source>
        <translation>実写画像をあと 1 枚確認</translation>
    </message>
    <message>
        <source>verify {n} more real images</source>
        <translation>実写画像をあと {n} 枚確認</translation>
    </message>
    <message>
        <source>{name} was changed on disk since it was looked at; nothing was decided. Look again.</source>
        <translation>{name} は見た後にディスク上で変更されたため、何も確定していません。もう一度見てください。</translation>
    </message>
    <message>
        <source>{name} was shown as it is not any more; nothing was decided. Look again.</source>
        <translation>{name} は表示された内容と今の内容が異なるため、何も確定していません。もう一度見てください。</translation>
    </message>
    <message>
        <source>{n} blind and not settled</source>
        <translation>ブラインド未解決 {n} 枚</translation>
    </message>
    <message>
        <source>{n} flagged</source>
        <translation>要検討の印 {n} 枚</translation>
    </message>
    <message>
        <source>{n} label files belong to no picture: {names}.</source>
        <translation>画像のないラベルファイルが {n} 件あります: {names}。</translation>
    </message>
    <message>
        <source>{n} labels are attested.</source>
        <translation>ラベル {n} 個が保証済みです。</translation>
    </message>
    <message>
        <source>{n} missing</source>
        <translation>ファイルなし {n} 枚</translation>
    </message>
    <message>
        <source>{n} not complete</source>
        <translation>未完了 {n} 枚</translation>
    </message>
    <message>
        <source>{n} of them with {name}</source>
        <translation>うち {n} 枚に {name}</translation>
    </message>
    <message>
        <source>{n} of them with {name}, {others}</source>
        <translation>うち {n} 枚に {name}、{others}</translation>
    </message>
    <message>
        <source>{n} pictures have no label file: {names}.</source>
        <translation>ラベルファイルのない画像が {n} 枚あります: {names}。</translation>
    </message>
    <message>
        <source>{n} pictures that are listed are not there: {names}.</source>
        <translation>一覧に書かれた画像のうち {n} 枚が見つかりません: {names}。</translation>
    </message>
    <message>
        <source>{n} rejected to be fixed later; settle them first.</source>
        <translation>「後で修正」が {n} 件あります。先に片付けてください。</translation>
    </message>
    <message>
        <source>{n} stale</source>
        <translation>要再確認 {n} 枚</translation>
    </message>
    <message>
        <source>{n} unreviewed</source>
        <translation>未レビュー {n} 枚</translation>
    </message>
    <message>
        <source>{n} verified labels are on this image; remove them first if there is nothing on it.</source>
        <translation>この画像には確認済みラベルが {n} 件あります。何も写っていないなら、先に削除してください。</translation>
    </message>
    <message>
        <source>{out} images left out to reach it; {share} of {n} images in train real and verified.</source>
        <translation>割合に合わせて {out} 枚を除外。学習画像 {n} 枚の {share} が実写・確認済みです。</translation>
    </message>
    <message>
        <source>{path} is in no format that this program knows; name it (--labels; in the window: Bring in).</source>
        <translation>{path} は、このプログラムの知っている形式ではありません。形式を指定してください (--labels、ウィンドウでは「取り込む内容」)。</translation>
    </message>
</context>
<context>
    <name>tools</name>
    <message>
        <source>An outline keeps three corners. [reject] rejects the whole object.</source>
        <translation>輪郭には頂点が 3 つ必要です。[reject] で物体ごと却下します。</translation>
    </message>
    <message>
        <source>An outline needs three corners or more.</source>
        <translation>輪郭には頂点が 3 つ以上必要です。</translation>
    </message>
    <message>
        <source>Click corner after corner, or drag with Shift. Enter closes, Backspace takes one back.</source>
        <translation>頂点を順にクリックするか、Shift を押しながらドラッグ。Enter で閉じ、Backspace で 1 つ戻します。</translation>
    </message>
    <message>
        <source>Drag a box round the object, then click its points one by one. S: absent, O: occluded.</source>
        <translation>物体を囲むボックスをドラッグし、点を順にクリック。S: なし、O: 隠れ。</translation>
    </message>
    <message>
        <source>Drag a box. With Shift held at its end, another one follows.</source>
        <translation>ドラッグで枠を描きます。終わりに Shift を押していると、続けて描けます。</translation>
    </message>
    <message>
        <source>Drag along one side of the object, then click as far as it reaches.</source>
        <translation>物体の一辺に沿ってドラッグし、反対側の端をクリックします。</translation>
    </message>
    <message>
        <source>Draw the further part of the selected object. Enter closes it, [cancel] gives up.</source>
        <translation>選択した物体の追加部分を描きます。Enter で閉じ、[cancel] でやめます。</translation>
    </message>
    <message>
        <source>Draw the hole in the selected object. Enter closes it, [cancel] gives up.</source>
        <translation>選択した物体に開ける穴を描きます。Enter で閉じ、[cancel] でやめます。</translation>
    </message>
    <message>
        <source>First drag a box round the object.</source>
        <translation>まず物体を囲むボックスをドラッグします。</translation>
    </message>
    <message>
        <source>Next: {name} ({n} of {count}). S: absent, O: occluded, Enter: done.</source>
        <translation>次: {name}（{n} / {count}）。S: なし、O: 隠れ、Enter: 完了。</translation>
    </message>
    <message>
        <source>Nothing would be left of the object; nothing was cut.</source>
        <translation>物体がなくなってしまうため、切り取りませんでした。</translation>
    </message>
    <message>
        <source>That outline has no area; nothing was drawn.</source>
        <translation>輪郭に面積がないため、描画しませんでした。</translation>
    </message>
    <message>
        <source>The outline crossed itself and was mended.</source>
        <translation>輪郭が交差していたため、修正しました。</translation>
    </message>
    <message>
        <source>Verified by {who}. [edit_label] edits it.</source>
        <translation>{who} が確認済み。[edit_label] で編集します。</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>occluded</source>
        <translation>隠れ</translation>
    </message>
    <message>
        <source>visible</source>
        <translation>可視</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>1 object here, about {expected} on images near it</source>
        <translation>物体は 1 個だけ、近くの画像では約 {expected} 個</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>承認済み</translation>
    </message>
    <message>
        <source>as found</source>
        <translation>見つかった順</translation>
    </message>
    <message>
        <source>attested</source>
        <translation>保証済み</translation>
    </message>
    <message>
        <source>boxes (detect)</source>
        <translation>ボックス (detect)</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>complete and empty</source>
        <translation>完了（対象なし）</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>修正済み</translation>
    </message>
    <message>
        <source>disagreement first</source>
        <translation>不一致を先に</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>描画</translation>
    </message>
    <message>
        <source>drawn at random</source>
        <translation>無作為に選択</translation>
    </message>
    <message>
        <source>drawn blind</source>
        <translation>ブラインド描画</translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation>評価用</translation>
    </message>
    <message>
        <source>flagged as unsure</source>
        <translation>要検討の印あり</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>gold</translation>
    </message>
    <message>
        <source>gold: models are measured on it and never trained on it</source>
        <translation>gold: モデルの評価にだけ使い、学習には使いません</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>取り込み</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>作業中</translation>
    </message>
    <message>
        <source>likely omissions first</source>
        <translation>見落としの疑いを先に</translation>
    </message>
    <message>
        <source>may hold {name}, which is rare</source>
        <translation>まれな {name} を含む可能性</translation>
    </message>
    <message>
        <source>missing file</source>
        <translation>ファイルなし</translation>
    </message>
    <message>
        <source>mixed order</source>
        <translation>混合順</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>新しい順</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>使用不可</translation>
    </message>
    <message>
        <source>oriented boxes (obb)</source>
        <translation>回転ボックス (obb)</translation>
    </message>
    <message>
        <source>outlines (segment)</source>
        <translation>輪郭 (segment)</translation>
    </message>
    <message>
        <source>points of a skeleton (pose)</source>
        <translation>骨格の点 (pose)</translation>
    </message>
    <message>
        <source>proposal</source>
        <translation>候補</translation>
    </message>
    <message>
        <source>proposals, whatever their confidence: {n}</source>
        <translation>候補（信頼度を問わず）: {n} 件</translation>
    </message>
    <message>
        <source>rare classes first</source>
        <translation>まれなクラスを先に</translation>
    </message>
    <message>
        <source>real</source>
        <translation>実写</translation>
    </message>
    <message>
        <source>something is hidden at {conf}</source>
        <translation>信頼度 {conf} の隠れた候補あり</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>要再確認</translation>
    </message>
    <message>
        <source>stale: changed since it was verified</source>
        <translation>要再確認: 確認後にファイルが変更されました</translation>
    </message>
    <message>
        <source>suggested by {name}</source>
        <translation>{name} の提案</translation>
    </message>
    <message>
        <source>suggestion of a program</source>
        <translation>プログラムの提案</translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>the model is unsure: {conf}</source>
        <translation>モデルが不確か: {conf}</translation>
    </message>
    <message>
        <source>the newest run and the labels differ</source>
        <translation>最新の予測とラベルが不一致</translation>
    </message>
    <message>
        <source>to be fixed</source>
        <translation>後で修正</translation>
    </message>
    <message>
        <source>too many for the share</source>
        <translation>割合超過</translation>
    </message>
    <message>
        <source>unknown origin</source>
        <translation>由来不明</translation>
    </message>
    <message>
        <source>unreviewed</source>
        <translation>未レビュー</translation>
    </message>
    <message>
        <source>unsure first</source>
        <translation>信頼度の低い順</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>whole images (classify)</source>
        <translation>画像全体 (classify)</translation>
    </message>
    <message>
        <source>{name}: accept</source>
        <translation>{name}: 承認</translation>
    </message>
    <message>
        <source>{name}: complete</source>
        <translation>{name}: 完了</translation>
    </message>
    <message>
        <source>{name}: empty</source>
        <translation>{name}: 対象なし</translation>
    </message>
    <message>
        <source>{name}: fix later</source>
        <translation>{name}: 後で修正</translation>
    </message>
    <message>
        <source>{name}: reject</source>
        <translation>{name}: 却下</translation>
    </message>
    <message>
        <source>{name}: the label is right</source>
        <translation>{name}: ラベルが正しい</translation>
    </message>
    <message>
        <source>{name}: the model is right</source>
        <translation>{name}: モデルが正しい</translation>
    </message>
    <message>
        <source>{objects} objects here, about {expected} on images near it</source>
        <translation>物体 {objects} 個、近くの画像では約 {expected} 個</translation>
    </message>
</context>
</TS>
