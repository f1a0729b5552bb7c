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
        <source>Copied: paste it into your report.</source>
        <translation>コピーしました。報告に貼り付けてください。</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Details of this computer</source>
        <translation>このコンピューターの詳細</translation>
    </message>
    <message>
        <source>Looking at this computer…</source>
        <translation>このコンピューターを調べています…</translation>
    </message>
    <message>
        <source>Made with: {parts}</source>
        <translation>使用ライブラリ: {parts}</translation>
    </message>
    <message>
        <source>verify-app {version}

Review what a YOLO26 model proposed, keep who verified what, and write datasets whose share of real, human-verified data is enforced.

Free software under the AGPL-3.0. Every decision is saved at once in the project's folder; nothing leaves this computer unless you agree to it.</source>
        <translation>verify-app {version}

YOLO26 モデルが出した候補をレビューし、誰が何を確認したかを記録し、人が確認した実データの割合を守ったデータセットを書き出します。

AGPL-3.0 の自由ソフトウェアです。判断はその都度プロジェクトのフォルダーに保存され、同意なしにこのコンピューターの外へ出ることはありません。</translation>
    </message>
    <message>
        <source>with paths and names</source>
        <translation>パスと名前を含める</translation>
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
        <source>Images and labels: {format}</source>
        <translation>画像とラベル: {format}</translation>
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
        <source>There is no {path} any more; take it off the list or put it back.</source>
        <translation>{path} がなくなっています。リストから外すか、元の場所に戻してください。</translation>
    </message>
    <message>
        <source>Vouched for by</source>
        <translation>保証する人</translation>
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
    <name>AlikeSelection</name>
    <message>
        <source>Click the crop first that the others are to look like.</source>
        <translation>先に、似たものを探す基準の切り抜きをクリックしてください。</translation>
    </message>
    <message>
        <source>No other crop that was on the screen looks like this one.</source>
        <translation>画面に表示された切り抜きに、これと似たものは他にありません。</translation>
    </message>
    <message>
        <source>The picture of this crop cannot be compared.</source>
        <translation>この切り抜きの画像は比較できません。</translation>
    </message>
    <message>
        <source>{k} selected that look alike; what was not on the screen is not among them.</source>
        <translation>似たものを {k} 件選択しました。画面に表示されていないものは含まれません。</translation>
    </message>
</context>
<context>
    <name>BlindDisagreements</name>
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
        <source>Settled: the labels were right, once. [undo] takes it back.</source>
        <translation>解決: 1 件でラベルが正しいとしました。[undo] で元に戻せます。</translation>
    </message>
    <message>
        <source>Settled: the labels were right, {n} times. [undo] takes it back.</source>
        <translation>解決: {n} 件ともラベルが正しいとしました。[undo] で元に戻せます。</translation>
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
    <name>ClassChooser</name>
    <message>
        <source>Add a class first: type its name under Classes on the right.</source>
        <translation>先にクラスを追加してください。右の「クラス」に名前を入力します。</translation>
    </message>
    <message>
        <source>Now the second key of a class, as the list of classes says.</source>
        <translation>続けて、クラス一覧に示された 2 つ目のキーを押してください。</translation>
    </message>
    <message>
        <source>There is no class {number}.</source>
        <translation>{number} 番のクラスはありません。</translation>
    </message>
</context>
<context>
    <name>ClassList</name>
    <message>
        <source>Another colour…</source>
        <translation>ほかの色…</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>引退を取り消す</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Delete this class</source>
        <translation>このクラスを削除</translation>
    </message>
    <message>
        <source>Find a class in the list</source>
        <translation>一覧からクラスを検索</translation>
    </message>
    <message>
        <source>Hide in the picture</source>
        <translation>画像上で隠す</translation>
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
    <message>
        <source>Retire this class</source>
        <translation>このクラスを引退させる</translation>
    </message>
    <message>
        <source>Show all classes</source>
        <translation>すべてのクラスを表示</translation>
    </message>
    <message>
        <source>Show in the picture</source>
        <translation>画像上に表示</translation>
    </message>
    <message>
        <source>Show only this class</source>
        <translation>このクラスだけを表示</translation>
    </message>
    <message>
        <source>Usual colour</source>
        <translation>通常の色に戻す</translation>
    </message>
</context>
<context>
    <name>ClassListCommands</name>
    <message>
        <source>Deleted the class {name}. [undo] takes it back.</source>
        <translation>クラス {name} を削除しました。[undo] で元に戻せます。</translation>
    </message>
    <message>
        <source>Merged {a} into {b}. [undo] takes it back.</source>
        <translation>{a} を {b} に統合しました。[undo] で元に戻せます。</translation>
    </message>
    <message>
        <source>Verified labels: {n}, attested now until somebody looks at them again.</source>
        <translation>確認済みのラベル: {n} 件。誰かが改めて見るまで、保証済みの扱いになります。</translation>
    </message>
    <message>
        <source>{name} cannot be chosen any more. [undo] takes it back.</source>
        <translation>{name} は今後選べません。[undo] で元に戻せます。</translation>
    </message>
</context>
<context>
    <name>ClassNames</name>
    <message>
        <source>Choose a class list</source>
        <translation>クラス一覧を選択</translation>
    </message>
    <message>
        <source>Class lists</source>
        <translation>クラス一覧</translation>
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
        <source>One class a line; more can be added later</source>
        <translation>1 行に 1 クラス。後から追加できます</translation>
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
    <name>ConfusionTable</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混同行列</translation>
    </message>
    <message>
        <source>labelled ↓   said →</source>
        <translation>ラベル ↓   モデル →</translation>
    </message>
    <message>
        <source>no object there</source>
        <translation>物体なし</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>見落とし</translation>
    </message>
    <message>
        <source>{true}, said to be {said}: {n}</source>
        <translation>{true} をモデルは {said} とした: {n}</translation>
    </message>
</context>
<context>
    <name>CrashWatch</name>
    <message>
        <source>verify-app did not end by itself the last time. Nothing that you decided was lost; Help › About verify-app › Copy details says what is known of it.</source>
        <translation>前回、verify-app は正常に終了しませんでした。判断したことは失われていません。わかっていることは「ヘルプ › verify-app について › 詳細をコピー」にあります。</translation>
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
    <name>Cycle</name>
    <message>
        <source>Compare with the model in use, on gold</source>
        <translation>使用中のモデルとgold 画像で比べる</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translation>計算装置</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>サイクル</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>エポック数</translation>
    </message>
    <message>
        <source>Exports what was verified, trains on it, measures the new model beside the one in use, looks for drift, and predicts what is unreviewed. A model that has degraded is never taken into use. A cycle that is cut off goes on where it was.</source>
        <translation>確認されたものを書き出して学習し、新しいモデルを使用中のモデルと並べて測り、ドリフトを調べ、未レビューの画像を予測します。悪くなったモデルが使われることはありません。途中で切れたサイクルは、そこから続きます。</translation>
    </message>
    <message>
        <source>Model in use</source>
        <translation>使用中のモデル</translation>
    </message>
    <message>
        <source>Only when so many images are fresh</source>
        <translation>新しく確認された画像がこの数以上のときだけ</translation>
    </message>
    <message>
        <source>Predict unreviewed images with the model in use</source>
        <translation>使用中のモデルで未レビューの画像を予測する</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Stop on an alarm of the monitor, before a model is taken into use</source>
        <translation>モニターの警報があれば、モデルを使い始める前に止める</translation>
    </message>
    <message>
        <source>Take into use</source>
        <translation>このモデルを使う</translation>
    </message>
    <message>
        <source>Take the new model even when gold cannot tell</source>
        <translation>gold 画像で判断できなくても新しいモデルを使う</translation>
    </message>
    <message>
        <source>Train on the new version</source>
        <translation>新しいバージョンで学習する</translation>
    </message>
    <message>
        <source>Under way… the job panel shows each step.</source>
        <translation>実行中… 各段階はジョブ欄に表示されます。</translation>
    </message>
    <message>
        <source>{model} is in use now.</source>
        <translation>{model} を使い始めました。</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Project check</source>
        <translation>プロジェクトの検査</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>ソース</translation>
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
    <name>DisagreementReview</name>
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
    <name>DrawingCommands</name>
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
        <source>Nothing was changed: they do not overlap, or nothing would be left.</source>
        <translation>変更はありません。重なっていないか、何も残らなくなります。</translation>
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
        <source>Select two outlines or more: the first one loses what the others cover.</source>
        <translation>輪郭を 2 つ以上選んでください。最初の輪郭から、ほかの輪郭が覆う部分を除きます。</translation>
    </message>
    <message>
        <source>Selected: {n}.</source>
        <translation>選択: {n}</translation>
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
        <source>What your gold images can show, by the last evaluation:</source>
        <translation>前回の評価によれば、gold 画像でわかること：</translation>
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
    <name>EvaluationPage</name>
    <message>
        <source>A click on a cell shows its objects side by side, one on a class all of them.</source>
        <translation>セルをクリックするとその物体を並べて表示し、クラス名をクリックするとそのクラスの物体をすべて表示します。</translation>
    </message>
    <message>
        <source>Better by</source>
        <translation>改善</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>クラス名</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>信頼度</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混同行列</translation>
    </message>
    <message>
        <source>Evaluate…</source>
        <translation>評価…</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>評価結果</translation>
    </message>
    <message>
        <source>F1 by confidence: {name}</source>
        <translation>信頼度ごとの F1: {name}</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>発見</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>画像名</translation>
    </message>
    <message>
        <source>Image by image</source>
        <translation>画像ごとの比較</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>No model was measured yet. Reserve real images for gold, verify them, then press Evaluate.</source>
        <translation>まだどのモデルも測定されていません。実画像を gold として確保して確認し、［評価…］を押してください。</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>物体</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>適合率</translation>
    </message>
    <message>
        <source>Precision over recall: {name}</source>
        <translation>再現率に対する適合率: {name}</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>再現率</translation>
    </message>
    <message>
        <source>Show its objects</source>
        <translation>このクラスの物体を表示</translation>
    </message>
    <message>
        <source>The first {n} of {all} are shown.</source>
        <translation>{all} 件のうち最初の {n} 件を表示しています。</translation>
    </message>
    <message>
        <source>There is no object here.</source>
        <translation>ここに物体はありません。</translation>
    </message>
    <message>
        <source>These images are not gold any more.</source>
        <translation>これらの画像はもう gold ではありません。</translation>
    </message>
    <message>
        <source>This was measured before single objects were kept; evaluate again to see curves and confusions.</source>
        <translation>個々の物体を記録する前に測定されたものです。曲線と混同行列を見るには、もう一度評価してください。</translation>
    </message>
    <message>
        <source>What the model said where no object is labelled; nothing here can be decided on.</source>
        <translation>物体のラベルがない所でモデルが見つけたものです。ここでは何も決定できません。</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>誤り</translation>
    </message>
    <message>
        <source>gold images: {n}</source>
        <translation>gold 画像: {n}</translation>
    </message>
    <message>
        <source>not gold any more</source>
        <translation>もう gold ではない</translation>
    </message>
    <message>
        <source>{new} beside {old}, images: better {better}, worse {worse}, alike {same}.</source>
        <translation>{old} に対する {new} の画像数: 改善 {better}、悪化 {worse}、同等 {same}。</translation>
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
    <name>FirstImages</name>
    <message>
        <source>1 image</source>
        <translation>画像 1 枚</translation>
    </message>
    <message>
        <source>Bring in the labels beside them, unverified ({format})</source>
        <translation>横にあるラベルも未確認として取り込む（{format}）</translation>
    </message>
    <message>
        <source>Count the images</source>
        <translation>画像を数える</translation>
    </message>
    <message>
        <source>Counting the images…</source>
        <translation>画像を数えています…</translation>
    </message>
    <message>
        <source>Say where the images come from: only real ones count as real.</source>
        <translation>画像の由来を選んでください。実写と指定したものだけが実写として数えられます。</translation>
    </message>
    <message>
        <source>There is no {path} any more; take it off the list or put it back.</source>
        <translation>{path} がなくなっています。リストから外すか、元の場所に戻してください。</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>{images}, {bad} not readable</source>
        <translation>{images}、うち {bad} 枚は読み取れません</translation>
    </message>
    <message>
        <source>{n} images</source>
        <translation>画像 {n} 枚</translation>
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
        <source>Look again</source>
        <translation>もう一度調べる</translation>
    </message>
    <message>
        <source>The folder of this project cannot be written to, so it is only shown.</source>
        <translation>このプロジェクトのフォルダーには書き込めないため、表示だけを行います。</translation>
    </message>
    <message>
        <source>The project is only shown, since its folder cannot be written to.</source>
        <translation>フォルダーに書き込めないため、プロジェクトは表示だけです。</translation>
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
    <name>GridCommands</name>
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
    <name>GridPage</name>
    <message>
        <source>(no more are shown; choose a class or a confidence)</source>
        <translation>（これ以上は表示しません。クラスか信頼度で絞り込んでください）</translation>
    </message>
    <message>
        <source>1 object</source>
        <translation>物体 1 個</translation>
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
        <source>Images in the list only</source>
        <translation>一覧の画像のみ</translation>
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
        <source>Show in its image</source>
        <translation>元の画像で表示</translation>
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
        <source>[accept] accepts, [reject] rejects, a number gives a class. Enter opens it, [cancel] goes back.</source>
        <translation>[accept] で承認、[reject] で却下、数字でクラス付け。Enter で開き、[cancel] で戻ります。</translation>
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
        <source>{k} selected; 1 below was not looked at.</source>
        <translation>{k} 件を選択。下の 1 件はまだ見ていません。</translation>
    </message>
    <message>
        <source>{k} selected; 1 other was not looked at.</source>
        <translation>{k} 件を選択。ほかの 1 件はまだ見ていません。</translation>
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
    <name>Groups</name>
    <message>
        <source>Frames of one video stay in one split, and so do files whose names match a regular expression and have the same text in its first brackets. With a / in it, source and folders count too.</source>
        <translation>1 本の動画のフレームは同じ分割に入ります。ファイル名が正規表現に一致し、最初の括弧の部分が同じファイルも同じ分割に入ります。/ を含む場合は、ソースとフォルダーも照合します。</translation>
    </message>
    <message>
        <source>Group the images</source>
        <translation>画像をグループ化</translation>
    </message>
    <message>
        <source>No images hang together.</source>
        <translation>グループになっている画像はありません。</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>パターン</translation>
    </message>
    <message>
        <source>{n} more groups</source>
        <translation>ほか {n} グループ</translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>Complete</source>
        <translation>完了する</translation>
    </message>
</context>
<context>
    <name>Heatmap</name>
    <message>
        <source>Heat: here images of this source usually hold something and this one does not. [heat] takes it away.</source>
        <translation>ヒート: このソースの画像ではふつう何かがあり、この画像にはない場所です。[heat] で消えます。</translation>
    </message>
    <message>
        <source>No heat: 1 other image of this source was looked at, and it takes {least} to tell.</source>
        <translation>ヒートなし: このソースで見た他の画像は 1 枚ですが、判断には {least} 枚必要です。</translation>
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
    <name>HoverSelect</name>
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
    <name>ImageCommands</name>
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
        <source>chosen: {n}</source>
        <translation>選んだ画像: {n}</translation>
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
    <name>ImagePresenter</name>
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
        <source>Now: {hints}</source>
        <translation>いま使えるキー: {hints}</translation>
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
        <source>Smaller, larger brush</source>
        <translation>ブラシを小さく、大きく</translation>
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
    <name>LabelClasses</name>
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
        <source>What the labels call a class, and what it is here; nothing is guessed.</source>
        <translation>ラベルでのクラス名と、ここでのクラス。推測はしません。</translation>
    </message>
    <message>
        <source>{number} (1 label)</source>
        <translation>{number}（ラベル 1 個）</translation>
    </message>
    <message>
        <source>{number} ({n} labels)</source>
        <translation>{number}（ラベル {n} 個）</translation>
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
    <name>LeadPanel</name>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Classes short of verified objects</source>
        <translation>検証済みの物体が足りないクラス</translation>
    </message>
    <message>
        <source>Errors caught</source>
        <translation>見つけた誤り</translation>
    </message>
    <message>
        <source>Every class has {n} verified objects.</source>
        <translation>どのクラスにも検証済みの物体が {n} 個あります。</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Images a day</source>
        <translation>1 日の画像数</translation>
    </message>
    <message>
        <source>Nobody has reviewed in the last {n} days.</source>
        <translation>過去 {n} 日間、レビューした人はいません。</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>物体</translation>
    </message>
    <message>
        <source>Objects a day</source>
        <translation>1 日の物体数</translation>
    </message>
    <message>
        <source>Real images to verify until the share is reached: {n}. At the pace of the last {days} days ({pace} images a day) that is on {date}.</source>
        <translation>割合に達するまでに検証する実画像: {n}。過去 {days} 日のペース (1 日 {pace} 枚) では {date} になります。</translation>
    </message>
    <message>
        <source>Real images to verify until the share is reached: {n}. Nobody verifies any at present.</source>
        <translation>割合に達するまでに検証する実画像: {n}。いまは誰も検証していません。</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Reviewers</source>
        <translation>担当者ごと</translation>
    </message>
    <message>
        <source>Show figures of single people in this project</source>
        <translation>このプロジェクトで個人の数値を表示する</translation>
    </message>
    <message>
        <source>The share that the policy demands is reached.</source>
        <translation>ポリシーが求める割合に達しています。</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>まだ不明</translation>
    </message>
    <message>
        <source>to {n}</source>
        <translation>{n} まで</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>検証済み</translation>
    </message>
    <message>
        <source>{n} more classes</source>
        <translation>ほか {n} クラス</translation>
    </message>
    <message>
        <source>{rate} % of {n}</source>
        <translation>{n} 件中 {rate} %</translation>
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
        <source>Record how images look</source>
        <translation>画像の見え方を記録</translation>
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
    <name>Manual</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>マニュアル</translation>
    </message>
    <message>
        <source>No page says this.</source>
        <translation>該当するページはありません。</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>マニュアルのページ</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>マニュアルを検索</translation>
    </message>
</context>
<context>
    <name>Mapping</name>
    <message>
        <source>Add all that are open</source>
        <translation>未決定のものをすべて追加</translation>
    </message>
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
    <name>Minimap</name>
    <message>
        <source>Minimap</source>
        <translation>ミニマップ</translation>
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
    <name>ModelReader</name>
    <message>
        <source>Read the model</source>
        <translation>モデルの読み込み</translation>
    </message>
</context>
<context>
    <name>MonitorPage</name>
    <message>
        <source>As of {time}</source>
        <translation>{time} 現在</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>もう一度調べる</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>モニター</translation>
    </message>
    <message>
        <source>Nothing has moved further than chance moves it.</source>
        <translation>偶然の範囲を超えて動いたものはありません。</translation>
    </message>
    <message>
        <source>Nothing is compared yet. Verify images and export a version; the first is the reference.</source>
        <translation>比較するものがまだありません。画像を検証してバージョンを書き出してください。最初のものが基準になります。</translation>
    </message>
    <message>
        <source>Save as HTML…</source>
        <translation>HTML として保存…</translation>
    </message>
    <message>
        <source>Show every figure</source>
        <translation>すべての指標を表示</translation>
    </message>
    <message>
        <source>Triangle: a notice; diamond: an alarm. A click on a point, or Enter, shows its images.</source>
        <translation>三角は注意、ひし形は警報です。点をクリックするか Enter を押すと、その画像が表示されます。</translation>
    </message>
    <message>
        <source>Where the work stands</source>
        <translation>作業の状況</translation>
    </message>
</context>
<context>
    <name>NewProject</name>
    <message>
        <source> pixels</source>
        <translation> ピクセル</translation>
    </message>
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
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Counting the images…</source>
        <translation>画像を数えています…</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Input size</source>
        <translation>入力サイズ</translation>
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
        <source>Points</source>
        <translation>キーポイント</translation>
    </message>
    <message>
        <source>Project folder</source>
        <translation>プロジェクトフォルダー</translation>
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
        <source>They come from</source>
        <translation>画像の由来</translation>
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
    <name>ObjectCommands</name>
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
        <source>Cut into {n} objects of {name}.</source>
        <translation>{name} の物体 {n} 個に切り分けました。</translation>
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
        <source>Select two outlines or more of one class: they become one object.</source>
        <translation>同じクラスの輪郭を 2 つ以上選んでください。1 つの物体になります。</translation>
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
        <source>{n} outlines of {name} are one object now.</source>
        <translation>{name} の輪郭 {n} 個を 1 つの物体にしました。</translation>
    </message>
    <message>
        <source>{old} is {new} now.</source>
        <translation>{old} を {new} に変更しました。</translation>
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
    <name>PageFrame</name>
    <message>
        <source>Back to the images</source>
        <translation>画像に戻る</translation>
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
    <name>PathField</name>
    <message>
        <source>Browse…</source>
        <translation>参照…</translation>
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
        <source>Classes are in</source>
        <translation>クラスの色</translation>
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
        <source>Minimap in a corner while only a part of the picture is seen</source>
        <translation>画像の一部だけが見えている間、隅にミニマップを表示</translation>
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
        <source>Small pictures in the image list</source>
        <translation>画像リストにサムネイルを表示</translation>
    </message>
    <message>
        <source>Ten that the colour-blind tell apart too</source>
        <translation>色覚の違いがあっても見分けられる 10 色</translation>
    </message>
    <message>
        <source>Thickness of outlines</source>
        <translation>輪郭線の太さ</translation>
    </message>
    <message>
        <source>Thirty colours</source>
        <translation>30 色</translation>
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
    <name>ProgramUpdate</name>
    <message>
        <source>Updated: start again</source>
        <translation>更新済み：再起動してください</translation>
    </message>
    <message>
        <source>verify-app was updated while it was open. Start it again when it suits you; what you decide until then is kept as always.</source>
        <translation>開いている間に verify-app が更新されました。都合のよいときに起動し直してください。それまでの判定もいつもどおり保存されます。</translation>
    </message>
</context>
<context>
    <name>ProjectCheck</name>
    <message>
        <source>Check now</source>
        <translation>今すぐ検査</translation>
    </message>
    <message>
        <source>Checking the project…</source>
        <translation>プロジェクトを検査しています…</translation>
    </message>
    <message>
        <source>Close the project, keep a copy of its folder as it is, and go back to your last backup.</source>
        <translation>プロジェクトを閉じ、フォルダーを今のままコピーして保管し、最後のバックアップに戻してください。</translation>
    </message>
    <message>
        <source>Decisions of {name} that took no time at all: {labels} labels, {images} complete images. Ask whether a program made them.</source>
        <translation>{name} が時間をまったくかけずに行った判断: ラベル {labels} 件、完了した画像 {images} 枚。プログラムによるものかどうか確認してください。</translation>
    </message>
    <message>
        <source>Every image file is there and unchanged.</source>
        <translation>すべての画像ファイルがあり、変わっていません。</translation>
    </message>
    <message>
        <source>Images whose file is another one now: {n}. Until somebody looks again, they do not count.</source>
        <translation>ファイルが別のものになった画像: {n} 枚。だれかが見直すまで数えません。</translation>
    </message>
    <message>
        <source>Images whose file is not there: {n}. Relocate their source, or put the files back.</source>
        <translation>ファイルが見つからない画像: {n} 枚。ソースの場所を変更するか、ファイルを元に戻してください。</translation>
    </message>
    <message>
        <source>Project check</source>
        <translation>プロジェクトの検査</translation>
    </message>
    <message>
        <source>Proves that the tables are what the record says, and reads every image file again.</source>
        <translation>表が記録のとおりであることを確かめ、すべての画像ファイルを読み直します。</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>それらを表示</translation>
    </message>
    <message>
        <source>The files were not looked at: the disk is full. Make room and check again.</source>
        <translation>ファイルは調べていません。ディスクがいっぱいです。空きを作ってからもう一度検査してください。</translation>
    </message>
    <message>
        <source>The files were not looked at: the project is only open to be read.</source>
        <translation>ファイルは調べていません。プロジェクトは読み取り専用で開かれています。</translation>
    </message>
    <message>
        <source>The record is sound.</source>
        <translation>記録は正常です。</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Next because: {reason}</source>
        <translation>表示の理由: {reason}</translation>
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
        <source>{accept} accept   {reject} reject   {class_1}–{class_9} class   {select_all} select all   {crop_grid} back to the image   {keys} all keys</source>
        <translation>{accept} 承認   {reject} 却下   {class_1}–{class_9} クラス   {select_all} すべて選択   {crop_grid} 画像に戻る   {keys} キー一覧</translation>
    </message>
    <message>
        <source>{accept} the model is right   {reject} the label stands   {complete} all labels stand   {keys} all keys</source>
        <translation>{accept} モデルが正しい   {reject} ラベルを残す   {complete} すべてのラベルを残す   {keys} キー一覧</translation>
    </message>
    <message>
        <source>{box} {draw}   {class_1}–{class_9} class   {complete} all is drawn, compare   {empty} nothing is on it   {keys} all keys</source>
        <translation>{box} {draw}   {class_1}–{class_9} クラス   {complete} すべて描いたので比べる   {empty} 何も写っていない   {keys} キー一覧</translation>
    </message>
    <message>
        <source>{cancel} stop drawing   {undo} take back the last point   {class_1}–{class_9} class   {select} select and edit   {keys} all keys</source>
        <translation>{cancel} 描画をやめる   {undo} 最後の点を取り消す   {class_1}–{class_9} クラス   {select} 選択と編集   {keys} キー一覧</translation>
    </message>
    <message>
        <source>{complete} accept and go on   {class_1}–{class_9} class and go on   {class} find a class   {next} next image   {keys} all keys</source>
        <translation>{complete} 承認して次へ   {class_1}–{class_9} クラスを決めて次へ   {class} クラスを探す   {next} 次の画像   {keys} キー一覧</translation>
    </message>
    <message>
        <source>{complete} complete and go on   {accept} accept   {reject} reject   {box} {draw}   {class_1}–{class_9} class   {next_label} next label   {keys} all keys</source>
        <translation>{complete} 完了して次へ   {accept} 承認   {reject} 却下   {box} {draw}   {class_1}–{class_9} クラス   {next_label} 次のラベル   {keys} キー一覧</translation>
    </message>
    <message>
        <source>{complete} go on   {next} next image   {keys} all keys</source>
        <translation>{complete} 続ける   {next} 次の画像   {keys} キー一覧</translation>
    </message>
</context>
<context>
    <name>ReviewState</name>
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
    <name>RunDisagreements</name>
    <message>
        <source>Leave it</source>
        <translation>そのままにする</translation>
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
    <name>SeenObjects</name>
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
    <name>SidePanel</name>
    <message>
        <source>1 less sure one hidden</source>
        <translation>信頼度の低い 1 件を非表示</translation>
    </message>
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
    <name>SingleInstanceServer</name>
    <message>
        <source>This project was opened once more; it is open here already.</source>
        <translation>このプロジェクトがもう一度開かれましたが、すでにここで開いています。</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>A reason, then Enter</source>
        <translation>理由を入力して Enter</translation>
    </message>
    <message>
        <source>Add images…</source>
        <translation>画像を追加…</translation>
    </message>
    <message>
        <source>Folders that are not there: {names}. Plug the disk in, or relocate them.</source>
        <translation>見つからないフォルダー: {names}。ディスクを接続するか、場所を変更してください。</translation>
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
        <source>Split again</source>
        <translation>分割し直す</translation>
    </message>
    <message>
        <source>The images of {name} are shared out by the project's own ratio now.</source>
        <translation>{name} の画像は、これからプロジェクトの比率で分けられます。</translation>
    </message>
    <message>
        <source>The publisher of {name} says which images are train, val and test. To put that aside for good, and share them out by the project's own ratio, click again.</source>
        <translation>{name} の公開元は、どの画像が train、val、test かを指定しています。これを今後使わず、プロジェクトの比率で分け直すには、もう一度クリックしてください。</translation>
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
    <name>TrialBar</name>
    <message>
        <source>Go on  (Enter)</source>
        <translation>次へ  (Enter)</translation>
    </message>
</context>
<context>
    <name>TrialController</name>
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
    <name>TrialTarget</name>
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
    <name>UndoCommands</name>
    <message>
        <source>Done again: {what}.</source>
        <translation>やり直しました: {what}</translation>
    </message>
    <message>
        <source>Undone: {what}.</source>
        <translation>元に戻しました: {what}</translation>
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
    <name>VersionChart</name>
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
    <name>ViewCommands</name>
    <message>
        <source>Brightness {a}, contrast {b}; [reset_view] shows the picture as it is.</source>
        <translation>明るさ {a}、コントラスト {b}。[reset_view] で元の表示に戻ります。</translation>
    </message>
    <message>
        <source>Labels are hidden; [labels] shows them again.</source>
        <translation>ラベルを隠しています。[labels] で再表示します。</translation>
    </message>
    <message>
        <source>Proposals from {value} on are shown.</source>
        <translation>信頼度 {value} 以上の候補を表示しています。</translation>
    </message>
    <message>
        <source>The picture is shown as it is.</source>
        <translation>画像を元のまま表示しています。</translation>
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
        <source>Simulated over 1 generation: {thin} of {all} classes fall below half, {gone} of them are gone.</source>
        <translation>1 世代のシミュレーション: {all} クラス中 {thin} が半分を下回り、うち {gone} は消えます。</translation>
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
    <name>_ModelLabel</name>
    <message>
        <source>Model: {name}</source>
        <translation>モデル：{name}</translation>
    </message>
    <message>
        <source>Nobody took it into use: it predicted last, or is the newest.</source>
        <translation>使うと決めた人はいません。最後に予測したモデルか、最も新しいモデルです。</translation>
    </message>
    <message>
        <source>round {round}, depth {depth}</source>
        <translation>ラウンド {round}、深さ {depth}</translation>
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
        <source>Class beyond the ninth: a second key</source>
        <translation>10 番目以降のクラス（続けてもう 1 つのキー）</translation>
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
        <source>Cut the outline in two</source>
        <translation>輪郭を 2 つに切る</translation>
    </message>
    <message>
        <source>Cycle…</source>
        <translation>サイクル…</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>暗く</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
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
        <source>Erase from the outline</source>
        <translation>輪郭を消しゴムで削る</translation>
    </message>
    <message>
        <source>Evaluate…</source>
        <translation>評価…</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>評価結果</translation>
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
        <source>Join the selected outlines</source>
        <translation>選択した輪郭を結合</translation>
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
        <source>Manual</source>
        <translation>マニュアル</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>モニター</translation>
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
        <source>Paint on the outline</source>
        <translation>輪郭をブラシで塗り足す</translation>
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
        <source>Record how images look</source>
        <translation>画像の見え方を記録</translation>
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
        <source>Select crops that look alike</source>
        <translation>似た切り抜きを選択</translation>
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
        <source>Show the minimap</source>
        <translation>ミニマップを表示</translation>
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
        <source>Small pictures in the list</source>
        <translation>リストのサムネイル</translation>
    </message>
    <message>
        <source>Take other outlines off the first</source>
        <translation>最初の輪郭からほかの輪郭を差し引く</translation>
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
    <message>
        <source>{folder} is open already; its window was brought to the front.</source>
        <translation>{folder} はすでに開いています。そのウィンドウを前面に出しました。</translation>
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
    <name>messages</name>
    <message>
        <source>  … and {n} more.</source>
        <translation>  … 他 {n} 件。</translation>
    </message>
    <message>
        <source>  … and {n} more; --json names them.</source>
        <translation>  … ほか {n} 件。</translation>
    </message>
    <message>
        <source>"accept_shown_above" is a confidence from 0 to 1.</source>
        <translation>"accept_shown_above" は 0 から 1 の信頼度です。</translation>
    </message>
    <message>
        <source>"box" is [x1, y1, x2, y2] in pixels.</source>
        <translation>"box" はピクセル単位の [x1, y1, x2, y2] です。</translation>
    </message>
    <message>
        <source>"class" is a name of the class list.</source>
        <translation>"class" はクラス一覧にある名前です。</translation>
    </message>
    <message>
        <source>"classify" is for projects of that task and needs "class".</source>
        <translation>"classify" はそのタスクのプロジェクト用で、"class" が必要です。</translation>
    </message>
    <message>
        <source>"fix_later" is true or false.</source>
        <translation>"fix_later" は true か false です。</translation>
    </message>
    <message>
        <source>"flip_idx" of a skeleton names for each point the one it becomes in a mirror, and back.</source>
        <translation>骨格の "flip_idx" は、各点が鏡像でどの点になるかを相互に示します。</translation>
    </message>
    <message>
        <source>"kind" is human, agent or simulated; it makes no line a person's.</source>
        <translation>"kind" は human、agent、simulated のいずれかです。それで行が人のものになることはありません。</translation>
    </message>
    <message>
        <source>"kind":"simulated" is for sample projects; leave it out, and the line is a program's.</source>
        <translation>"kind":"simulated" はサンプルプロジェクト用です。省けば、その行はプログラムのものになります。</translation>
    </message>
    <message>
        <source>"ms" is a whole number of milliseconds.</source>
        <translation>"ms" はミリ秒の整数です。</translation>
    </message>
    <message>
        <source>"note" is text.</source>
        <translation>"note" は文字列です。</translation>
    </message>
    <message>
        <source>"op" is one of {names}.</source>
        <translation>"op" は次のいずれかです: {names}。</translation>
    </message>
    <message>
        <source>"sha256" is the digest of the image's file: 64 digits from 0 to f.</source>
        <translation>"sha256" は画像ファイルのダイジェストで、0 から f までの 64 桁です。</translation>
    </message>
    <message>
        <source>"side" is who is right: "model" or "label".</source>
        <translation>"side" は正しい側です: "model" か "label"。</translation>
    </message>
    <message>
        <source>"skeleton" is a list of pairs of points, counted from 0.</source>
        <translation>"skeleton" は点の組の一覧で、0 から数えます。</translation>
    </message>
    <message>
        <source>"{name}" is an id like "{letter}12".</source>
        <translation>"{name}" は "{letter}12" のような ID です。</translation>
    </message>
    <message>
        <source>"{strange}" is no field of {op}; it has {known}.</source>
        <translation>"{strange}" は {op} の項目ではありません。項目は {known} です。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>--attest vouches for labels; say which with --labels, such as --labels yolo.</source>
        <translation>保証はラベルに対して行います。YOLO など、どの形式かを指定してください。</translation>
    </message>
    <message>
        <source>--every {every} makes no sense; 1 takes every frame.</source>
        <translation>--every {every} は意味がありません。1 ですべてのフレームを取ります。</translation>
    </message>
    <message>
        <source>--filter "{text}" is not KEY=VALUE; the keys are: {keys}.</source>
        <translation>--filter "{text}" は KEY=VALUE の形ではありません。使えるキー: {keys}。</translation>
    </message>
    <message>
        <source>--format is one of {formats}.</source>
        <translation>--format は次のいずれかです: {formats}。</translation>
    </message>
    <message>
        <source>--fps {fps:g} makes no sense; give more than 0 and at most {most:g}.</source>
        <translation>--fps {fps:g} は意味がありません。0 より大きく {most:g} 以下にしてください。</translation>
    </message>
    <message>
        <source>--images is for labels apart from their pictures; whole images lie in their class's folder.</source>
        <translation>画像のフォルダーの指定は、画像と別の場所にあるラベル用です。画像全体の分類では、クラスのフォルダーに入っています。</translation>
    </message>
    <message>
        <source>--labels is one of none, auto, {formats}.</source>
        <translation>--labels は none、auto、{formats} のいずれかです。</translation>
    </message>
    <message>
        <source>--map "{text}" is not "NAME=CLASS".</source>
        <translation>--map "{text}" は "NAME=CLASS" の形ではありません。</translation>
    </message>
    <message>
        <source>--run-code takes the whole SHA-256 of a model (64 digits), not {sha256!r}.</source>
        <translation>--run-code にはモデルの SHA-256 全体（64 桁）を指定します。{sha256!r} は違います。</translation>
    </message>
    <message>
        <source>--which is one of {names}.</source>
        <translation>--which は次のいずれかです: {names}。</translation>
    </message>
    <message>
        <source>1 fact</source>
        <translation>1 件の事実</translation>
    </message>
    <message>
        <source>1 generation</source>
        <translation>1 世代</translation>
    </message>
    <message>
        <source>1 gold image</source>
        <translation>gold 画像 1 枚</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 枚</translation>
    </message>
    <message>
        <source>1 image keeps the split of an earlier export.</source>
        <translation>画像 1 枚は以前の書き出しの分割のままです。</translation>
    </message>
    <message>
        <source>1 image left out to reach it; {share} of {n} images in train real and verified.</source>
        <translation>割合に合わせて 1 枚を除外。学習画像 {n} 枚の {share} が実写・確認済みです。</translation>
    </message>
    <message>
        <source>1 image that nobody completed was left out.</source>
        <translation>完了していない画像 1 枚を除外しました。</translation>
    </message>
    <message>
        <source>1 image that {version} trained on, still real and verified, would be missing.</source>
        <translation>{version} の学習に使われ、今も実写・確認済みの画像 1 枚が欠けることになります。</translation>
    </message>
    <message>
        <source>1 label</source>
        <translation>ラベル 1 件</translation>
    </message>
    <message>
        <source>1 label file belongs to no picture: {names}.</source>
        <translation>画像のないラベルファイルが 1 件あります: {names}。</translation>
    </message>
    <message>
        <source>1 label has a class that is not in the class list.</source>
        <translation>クラス一覧にないクラスのラベルが 1 件あります。</translation>
    </message>
    <message>
        <source>1 label is attested.</source>
        <translation>ラベル 1 件を保証しました。</translation>
    </message>
    <message>
        <source>1 more row of {table} is damaged.</source>
        <translation>{table} の他 1 行も壊れています。</translation>
    </message>
    <message>
        <source>1 object</source>
        <translation>物体 1 個</translation>
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
        <source>1 point</source>
        <translation>1 個の点</translation>
    </message>
    <message>
        <source>1 prediction</source>
        <translation>予測 1 件</translation>
    </message>
    <message>
        <source>1 proposal is undecided; decide on it, or say "accept_shown_above": a confidence.</source>
        <translation>未決定の候補が 1 件あります。決定するか、"accept_shown_above" に信頼度を指定してください。</translation>
    </message>
    <message>
        <source>1 rejected to be fixed later; settle it first.</source>
        <translation>「後で修正」が 1 件あります。先に片付けてください。</translation>
    </message>
    <message>
        <source>1 says that it is synthetic and is synthetic here ({images})</source>
        <translation>1 枚は合成だと自ら示しており、ここでも合成とします（{images}）</translation>
    </message>
    <message>
        <source>1 says that it is synthetic and is {origin} all the same, as you said ({images})</source>
        <translation>1 枚は合成だと自ら示していますが、指定どおり {origin} とします（{images}）</translation>
    </message>
    <message>
        <source>1 verified label is on this image; remove it first if there is nothing on it.</source>
        <translation>この画像には確認済みラベルが 1 件あります。何も写っていないなら、先に削除してください。</translation>
    </message>
    <message>
        <source>1 {split} image</source>
        <translation>{split} の画像 1 枚</translation>
    </message>
    <message>
        <source>A batch of {batch} images is impossible; give 1 or more.</source>
        <translation>{batch} 枚のバッチは不可能です。1 以上にしてください。</translation>
    </message>
    <message>
        <source>A box is four numbers: x1, y1, x2, y2 in pixels.</source>
        <translation>ボックスは 4 つの数です: ピクセル単位の x1, y1, x2, y2。</translation>
    </message>
    <message>
        <source>A box needs at least one pixel either way inside the image.</source>
        <translation>ボックスは画像内で縦横 1 ピクセル以上必要です。</translation>
    </message>
    <message>
        <source>A box needs finite numbers: x1, y1, x2, y2 in pixels.</source>
        <translation>ボックスには有限の数が必要です: ピクセル単位の x1, y1, x2, y2。</translation>
    </message>
    <message>
        <source>A chance of {chance:g} is not possible; choose one from 0 to 1.</source>
        <translation>確率 {chance:g} はありえません。0 から 1 の値にしてください。</translation>
    </message>
    <message>
        <source>A class name has at most {most} characters; {name}… has {n}.</source>
        <translation>クラス名は {most} 文字までです。{name}… は {n} 文字あります。</translation>
    </message>
    <message>
        <source>A class name is empty; give each class a name.</source>
        <translation>空のクラス名があります。どのクラスにも名前を付けてください。</translation>
    </message>
    <message>
        <source>A class of a whole image is a folder with its pictures; use --format yolo-images.</source>
        <translation>画像全体のクラスは、その画像を入れたフォルダーです。--format yolo-images を使ってください。</translation>
    </message>
    <message>
        <source>A confidence for proposals is above 0 and at most 1; leave it out to take none.</source>
        <translation>候補の信頼度は 0 より大きく 1 以下です。候補を使わないなら省いてください。</translation>
    </message>
    <message>
        <source>A confidence of {conf} makes no sense; give 0 or more and less than 1.</source>
        <translation>信頼度 {conf} は意味がありません。0 以上 1 未満にしてください。</translation>
    </message>
    <message>
        <source>A correction needs another class or another region.</source>
        <translation>修正には別のクラスか別の領域が必要です。</translation>
    </message>
    <message>
        <source>A depth of {depth} is not allowed; choose one from 0 to {most}.</source>
        <translation>深さ {depth} は許されません。0 から {most} の値にしてください。</translation>
    </message>
    <message>
        <source>A hard floor of {share} is not allowed; it lies between {least} and 100 %, since below that a model forgets what is rare.</source>
        <translation>絶対下限 {share} は許されません。{least} から 100 % の間です。それより低いと、モデルはまれなものを忘れます。</translation>
    </message>
    <message>
        <source>A label has a class that is not in the class list.</source>
        <translation>クラス一覧にないクラスのラベルがあります。</translation>
    </message>
    <message>
        <source>A label has a coordinate that is no finite number.</source>
        <translation>有限の数でない座標を持つラベルがあります。</translation>
    </message>
    <message>
        <source>A label has {n} points, where the project's skeleton has {points}.</source>
        <translation>点が {n} 個のラベルがありますが、プロジェクトの骨格は {points} 個です。</translation>
    </message>
    <message>
        <source>A label in {place} has a class that the receipt does not list.</source>
        <translation>{place} に、明細にないクラスのラベルがあります。</translation>
    </message>
    <message>
        <source>A label in {place} is not [class, grade, who, kind, door].</source>
        <translation>{place} のラベルが [class, grade, who, kind, door] ではありません。</translation>
    </message>
    <message>
        <source>A label is {given}, where the project's objects are {wanted}; draw it again.</source>
        <translation>{given}のラベルがありますが、プロジェクトの物体は{wanted}です。描き直してください。</translation>
    </message>
    <message>
        <source>A line is one JSON object.</source>
        <translation>1 行は 1 つの JSON オブジェクトです。</translation>
    </message>
    <message>
        <source>A line needs "actor": which program it is of.</source>
        <translation>行には "actor"（どのプログラムのものか）が必要です。</translation>
    </message>
    <message>
        <source>A line needs "image": "&lt;source&gt;/&lt;path&gt;".</source>
        <translation>行には "image": "&lt;source&gt;/&lt;path&gt;" が必要です。</translation>
    </message>
    <message>
        <source>A list of {n} classes is too long; {most} at most.</source>
        <translation>{n} 個のクラスの一覧は長すぎます。最大 {most} 個です。</translation>
    </message>
    <message>
        <source>A name has at most {most} characters; {start}… has {n}.</source>
        <translation>名前は {most} 文字までです。{start}… は {n} 文字あります。</translation>
    </message>
    <message>
        <source>A name is one line without tabs; write it with spaces.</source>
        <translation>名前は改行もタブもない 1 行です。空白で区切ってください。</translation>
    </message>
    <message>
        <source>A polygon is a list of parts; a part is a list of rings of [x, y] in pixels.</source>
        <translation>多角形は部分の一覧で、部分は [x, y]（ピクセル）の輪の一覧です。</translation>
    </message>
    <message>
        <source>A polygon needs a part, and every ring of it three corners or more.</source>
        <translation>多角形には部分が必要で、どの輪にも 3 つ以上の角が必要です。</translation>
    </message>
    <message>
        <source>A program decides nothing for a person; what it says is a suggestion.</source>
        <translation>プログラムが人の代わりに決定することはありません。プログラムの判断は提案になります。</translation>
    </message>
    <message>
        <source>A program may suggest, flag, and undo its own; {op} is for a person to do.</source>
        <translation>プログラムにできるのは提案、要検討の印付け、自分の操作の取り消しです。{op} は人が行います。</translation>
    </message>
    <message>
        <source>A project cannot be made in {folder}: {reason}.</source>
        <translation>{folder} にプロジェクトを作れません: {reason}。</translation>
    </message>
    <message>
        <source>A question is a JSON object with id, policy, split and seed.</source>
        <translation>質問は id、policy、split、seed を持つ JSON オブジェクトです。</translation>
    </message>
    <message>
        <source>A range of confidence goes up, from 0 to 1: {text} does not.</source>
        <translation>信頼度の範囲は 0 から 1 の間で小さい順です。{text} はそうなっていません。</translation>
    </message>
    <message>
        <source>A recall and a precision lie between 0 and 1.</source>
        <translation>再現率と適合率は 0 から 1 までの値です。</translation>
    </message>
    <message>
        <source>A region is made of finite numbers, in pixels.</source>
        <translation>領域はピクセル単位の有限の数で表します。</translation>
    </message>
    <message>
        <source>A region is one of: box, obb, polygon, keypoints, image.</source>
        <translation>領域は次のいずれかです: box、obb、polygon、keypoints、image。</translation>
    </message>
    <message>
        <source>A ring of a polygon is a list of [x, y] in pixels.</source>
        <translation>多角形の輪は [x, y]（ピクセル）の一覧です。</translation>
    </message>
    <message>
        <source>A saved filter needs a name of 1 to {most} characters.</source>
        <translation>保存したフィルターの名前は 1 から {most} 文字です。</translation>
    </message>
    <message>
        <source>A share of {rate:g} blind images is not possible; choose one from 0 (off) to {most:g}.</source>
        <translation>ブラインド画像の割合 {rate:g} はありえません。0（オフ）から {most:g} の値にしてください。</translation>
    </message>
    <message>
        <source>A share of {rate:g} honeypots is not possible; choose one from 0 (off) to {most:g}.</source>
        <translation>ハニーポットの割合 {rate:g} はありえません。0（オフ）から {most:g} の値にしてください。</translation>
    </message>
    <message>
        <source>A skeleton needs "names": the list of its points.</source>
        <translation>骨格には "names"（点の一覧）が必要です。</translation>
    </message>
    <message>
        <source>A split in {file} is neither a path nor a list of paths.</source>
        <translation>{file} に、パスでもパスの一覧でもない分割があります。</translation>
    </message>
    <message>
        <source>A title is one line of at most {title_length} letters, a description has at most {description_length}.</source>
        <translation>タイトルは 1 行 {title_length} 文字まで、説明は {description_length} 文字までです。</translation>
    </message>
    <message>
        <source>A {name} of {share} is not allowed; choose one from 0 to 100 %.</source>
        <translation>{name} {share} は許されません。0 から 100 % の値にしてください。</translation>
    </message>
    <message>
        <source>A {name} of {share} is not allowed; choose one from the hard floor of {floor} up to 100 %.</source>
        <translation>{name} {share} は許されません。絶対下限 {floor} から 100 % の値にしてください。</translation>
    </message>
    <message>
        <source>A {task} model: the boxes round its objects were taken.</source>
        <translation>{task} モデル: 物体を囲むボックスを使いました。</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Add and verify 1 more real image to keep all {all}.</source>
        <translation>実写画像をあと 1 枚追加・確認すれば、{all} 枚すべて残せます。</translation>
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
        <source>Added images: {what}</source>
        <translation>加わった画像：{what}</translation>
    </message>
    <message>
        <source>Added {images}, {labels}.</source>
        <translation>{images}、{labels}を追加しました。</translation>
    </message>
    <message>
        <source>Added {images}, {labels}; {known} were known.</source>
        <translation>{images}、{labels}を追加しました（{known} 枚は登録済み）。</translation>
    </message>
    <message>
        <source>Added {images}.</source>
        <translation>{images}を追加しました。</translation>
    </message>
    <message>
        <source>Added {images}; {known} were known.</source>
        <translation>{images}を追加しました（{known} 枚は登録済み）。</translation>
    </message>
    <message>
        <source>Added {model} (round {round}, depth {depth}, {lineage}).</source>
        <translation>{model} を追加しました（ラウンド {round}、深さ {depth}、{lineage}）。</translation>
    </message>
    <message>
        <source>Added {model} ({used}, round {round}, depth {depth}, {lineage}).</source>
        <translation>{model} を追加しました（{used}、ラウンド {round}、深さ {depth}、{lineage}）。</translation>
    </message>
    <message>
        <source>All that is there belongs together, so it cannot be split.</source>
        <translation>ある画像はすべて一組なので、分けられません。</translation>
    </message>
    <message>
        <source>An [[override]] has rule, reason and by, each a text, and nothing else.</source>
        <translation>[[override]] には rule、reason、by の 3 つの文字列だけを書きます。</translation>
    </message>
    <message>
        <source>An image size of {imgsz} pixels makes no sense; give 32 to 8192.</source>
        <translation>画像サイズ {imgsz} ピクセルは意味がありません。32 から 8192 にしてください。</translation>
    </message>
    <message>
        <source>An object of this project has {wanted} points, this one has {given}.</source>
        <translation>このプロジェクトの物体の点は {wanted} 個ですが、これは {given} 個です。</translation>
    </message>
    <message>
        <source>An oriented box is five numbers: cx, cy, width, height in pixels, angle.</source>
        <translation>回転ボックスは 5 つの数です: ピクセル単位の cx, cy, width, height と角度 (angle)。</translation>
    </message>
    <message>
        <source>An oriented box needs sides of at least one pixel, and its centre inside the image.</source>
        <translation>回転ボックスは各辺が 1 ピクセル以上で、中心が画像内にある必要があります。</translation>
    </message>
    <message>
        <source>An outline needs an area of at least one pixel inside the image.</source>
        <translation>輪郭は画像内で 1 ピクセル以上の面積が必要です。</translation>
    </message>
    <message>
        <source>An {task} model: the boxes round its objects were taken.</source>
        <translation>{task} モデルです。物体を囲む枠を使いました。</translation>
    </message>
    <message>
        <source>Another process kept {where} busy for {seconds} s; try again.</source>
        <translation>別のプロセスが {where} を {seconds} 秒間使い続けています。もう一度試してください。</translation>
    </message>
    <message>
        <source>Another version is called {title} already; choose another title.</source>
        <translation>{title} というタイトルのバージョンがすでにあります。別のタイトルにしてください。</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>現在の状態</translation>
    </message>
    <message>
        <source>Attested now: {labels} on {images}; complete by that: {whole}.</source>
        <translation>保証しました: {images}の{labels}。これで完了: {whole}。</translation>
    </message>
    <message>
        <source>Bands hold nine in ten of {runs} runs.</source>
        <translation>帯は {runs} 回の試行の 9 割を含みます。</translation>
    </message>
    <message>
        <source>Cancelled; what was done until then is kept.</source>
        <translation>中止しました。それまでの結果は残っています。</translation>
    </message>
    <message>
        <source>Change in brightness</source>
        <translation>明るさの変化</translation>
    </message>
    <message>
        <source>Change in class shares (Cramér's V)</source>
        <translation>クラスの割合の変化（クラメールの V）</translation>
    </message>
    <message>
        <source>Change in class shares (Jensen-Shannon)</source>
        <translation>クラスの割合の変化（ジェンセン・シャノン）</translation>
    </message>
    <message>
        <source>Change in class shares (PSI)</source>
        <translation>クラスの割合の変化（PSI）</translation>
    </message>
    <message>
        <source>Change in objects per image</source>
        <translation>画像 1 枚あたりの物体数の変化</translation>
    </message>
    <message>
        <source>Change in place, left to right</source>
        <translation>左右の位置の変化</translation>
    </message>
    <message>
        <source>Change in place, top to bottom</source>
        <translation>上下の位置の変化</translation>
    </message>
    <message>
        <source>Change in sharpness</source>
        <translation>鮮明さの変化</translation>
    </message>
    <message>
        <source>Change in the diversity of pictures (Vendi)</source>
        <translation>画像の多様性の変化（Vendi）</translation>
    </message>
    <message>
        <source>Change in the shape of objects</source>
        <translation>物体の形の変化</translation>
    </message>
    <message>
        <source>Change in the size of objects</source>
        <translation>物体の大きさの変化</translation>
    </message>
    <message>
        <source>Change in the size of pictures</source>
        <translation>画像の大きさの変化</translation>
    </message>
    <message>
        <source>Choose 1 to {most} generations and a real share from 0 to 1.</source>
        <translation>世代は 1 から {most}、実写の割合は 0 から 1 の値にしてください。</translation>
    </message>
    <message>
        <source>Class {number} in {file} has a list where its name should be.</source>
        <translation>{file} のクラス {number} は、名前の代わりに一覧が書かれています。</translation>
    </message>
    <message>
        <source>Class {number} in {file} has no name; write it there.</source>
        <translation>{file} のクラス {number} に名前がありません。書き加えてください。</translation>
    </message>
    <message>
        <source>Class {number} is {name} in {file}, but {other_name} in {other_file}. Add the folders one by one; or, where one of the two is wrong, name the YAML file that is right instead of its folder.</source>
        <translation>クラス {number} は {file} では {name}、{other_file} では {other_name} です。フォルダーを 1 つずつ追加するか、片方が誤りなら、フォルダーの代わりに正しい YAML ファイルを指定してください。</translation>
    </message>
    <message>
        <source>Classes that are gone</source>
        <translation>なくなったクラスの数</translation>
    </message>
    <message>
        <source>Compared with {name}.</source>
        <translation>{name} と比べています。</translation>
    </message>
    <message>
        <source>Converting and comparing</source>
        <translation>変換して比較しています</translation>
    </message>
    <message>
        <source>Converting goes from a .pt to an .onnx file, not from {pt} to {out}.</source>
        <translation>変換は .pt から .onnx へ行います。{pt} から {out} ではありません。</translation>
    </message>
    <message>
        <source>Converting needs at least one image that can be opened, to compare the two forms on.</source>
        <translation>変換には、両形式を比べるために開ける画像が 1 枚以上必要です。</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>DOTA's labels are oriented boxes; a project for {task} needs another format.</source>
        <translation>DOTA のラベルは回転ボックスです。{task} のプロジェクトには別の形式が必要です。</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深さ</translation>
    </message>
    <message>
        <source>Drawing needs "class" and "{region}".</source>
        <translation>描画には "class" と "{region}" が必要です。</translation>
    </message>
    <message>
        <source>Drift: {sentence}</source>
        <translation>ドリフト：{sentence}</translation>
    </message>
    <message>
        <source>Each --override needs its own --reason, in the same order.</source>
        <translation>--override ごとに --reason を同じ順で付けてください。</translation>
    </message>
    <message>
        <source>Error of the confidences (ECE)</source>
        <translation>信頼度の誤差（ECE）</translation>
    </message>
    <message>
        <source>Error of the confidences, by verdicts (ECE)</source>
        <translation>判定による信頼度の誤差（ECE）</translation>
    </message>
    <message>
        <source>Evaluating {model} ran out of memory; choose a smaller imgsz or the device cpu.</source>
        <translation>{model} の評価中にメモリが足りなくなりました。imgsz を小さくするか、デバイスを cpu にしてください。</translation>
    </message>
    <message>
        <source>Even when nothing has changed, one look in {each} shows a figure outside its band by chance, and up to {over:.0%} of projects get a notice within ten versions. An alarm takes two in a row.</source>
        <translation>何も変わっていなくても、{each} 回に 1 回は偶然にどれかの数値が帯の外に出ます。また、10 バージョンのあいだに最大 {over:.0%} のプロジェクトで注意が出ます。警報には 2 回続くことが必要です。</translation>
    </message>
    <message>
        <source>Even when nothing has changed, one look in {each} shows a figure outside its band by chance.</source>
        <translation>何も変わっていなくても、{each} 回に 1 回は偶然にどれかの数値が帯の外に出ます。</translation>
    </message>
    <message>
        <source>Event {event_id} changed {what} {key} from something it was not.</source>
        <translation>イベント {event_id} が、実際とは違う状態から {what} {key} を変更しています。</translation>
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
        <source>Every point of a skeleton needs a name of its own.</source>
        <translation>骨格の点には、それぞれ固有の名前が必要です。</translation>
    </message>
    <message>
        <source>Facts {first} to {last} of {table} are not those that event {event_id} recorded.</source>
        <translation>{table} の事実 {first} から {last} が、イベント {event_id} の記録と違います。</translation>
    </message>
    <message>
        <source>Give a .pt file, or a project and a model.</source>
        <translation>.pt ファイル、またはプロジェクトとモデルを指定してください。</translation>
    </message>
    <message>
        <source>Give this image a class first: press its number, or {key_class} to find it by name.</source>
        <translation>先に画像のクラスを決めてください。番号を押すか、{key_class} で名前から探します。</translation>
    </message>
    <message>
        <source>Give {names} by their own options, not among the further trainer settings.</source>
        <translation>{names} は学習の追加設定ではなく、それぞれ専用のオプションで指定してください。</translation>
    </message>
    <message>
        <source>Give {name} by its own option, not among the further trainer settings.</source>
        <translation>{name} は学習の追加設定ではなく、専用のオプションで指定してください。</translation>
    </message>
    <message>
        <source>HEIC is read once verify-app[heic] is installed.</source>
        <translation>HEIC は verify-app[heic] をインストールすると読めます。</translation>
    </message>
    <message>
        <source>If that is right, add `--by-number`; if not, say what each is, such as `--map "0={name}"`, or put a classes.txt there with a name a line.</source>
        <translation>正しければ番号をプロジェクトのものとして使い、違えばそれぞれが何か（例：0 = {name}）を指定するか、1 行に 1 つの名前を書いた classes.txt をそこに置いてください。</translation>
    </message>
    <message>
        <source>Image {number}: its file has changed since its labels came in; look at it.</source>
        <translation>画像 {number}: ラベルを取り込んだ後にファイルが変わりました。確かめてください。</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Images of unknown origin: {n}. Say under Project › Sources which are real; then review them.</source>
        <translation>出所不明の画像: {n} 件。「プロジェクト › ソース」で実写のものを指定し、レビューしてください。</translation>
    </message>
    <message>
        <source>It belongs to {split} but was trained on, so it can measure nothing.</source>
        <translation>{split} の画像ですが学習に使われたので、測定には使えません。</translation>
    </message>
    <message>
        <source>It belongs to {split} for good and is not real-verified; review it.</source>
        <translation>ずっと {split} に属しますが、実写・確認済みではありません。レビューしてください。</translation>
    </message>
    <message>
        <source>It belongs together with an image that is reserved for gold; reserve it too.</source>
        <translation>gold に取り置いた画像と一組です。これも取り置いてください。</translation>
    </message>
    <message>
        <source>It belongs together with images in {split} and is not real-verified; review it.</source>
        <translation>{split} の画像と一組ですが、実写・確認済みではありません。レビューしてください。</translation>
    </message>
    <message>
        <source>It belongs together with {one} in {first} and with {two} in {second}, so it can be in neither.</source>
        <translation>{first} の {one} と {second} の {two} の両方と一組なので、どちらにも入れられません。</translation>
    </message>
    <message>
        <source>It cannot be read ({reason}).</source>
        <translation>読み込めません（{reason}）。</translation>
    </message>
    <message>
        <source>It has no class; a classified image has exactly one.</source>
        <translation>クラスがありません。分類画像にはちょうど 1 つ必要です。</translation>
    </message>
    <message>
        <source>It has {reason} classes; keep one.</source>
        <translation>クラスが {reason} 個あります。1 つだけ残してください。</translation>
    </message>
    <message>
        <source>It is a broken link or not an ordinary file.</source>
        <translation>切れたリンクか、通常のファイルではありません。</translation>
    </message>
    <message>
        <source>It is for {second}, but belongs together with {one}, which is for {first}.</source>
        <translation>{second} 用ですが、{first} 用の {one} と一組です。</translation>
    </message>
    <message>
        <source>It is no video this program reads (MP4, MOV, AVI, MKV, WebM, MPEG, WMV, FLV, OGV), whatever its name says.</source>
        <translation>名前がどうであれ、このプログラムが読める動画（MP4、MOV、AVI、MKV、WebM、MPEG、WMV、FLV、OGV）ではありません。</translation>
    </message>
    <message>
        <source>It is verified by {name}; open its image to remove it.</source>
        <translation>{name} が確認したラベルです。削除するには画像を開いてください。</translation>
    </message>
    <message>
        <source>It was not measured on gold: say --evaluate.</source>
        <translation>ゴールドで測定していません。先に評価してください。</translation>
    </message>
    <message>
        <source>Its labels come from a model of depth {deepest}, the policy allows {depth}.</source>
        <translation>ラベルは深さ {deepest} のモデルによるもので、ポリシーが許すのは {depth} までです。</translation>
    </message>
    <message>
        <source>Its name is not valid UTF-8 text; rename the file or its folder.</source>
        <translation>名前が正しい UTF-8 ではありません。ファイルかフォルダーの名前を変えてください。</translation>
    </message>
    <message>
        <source>Its publisher put it in {split}, and it is not real-verified; verify or attest it.</source>
        <translation>公開元が {split} に入れたもので、実写・確認済みではありません。確認するか保証してください。</translation>
    </message>
    <message>
        <source>Keypoints are a list of [x, y, seen]; seen is 0, 1 or 2.</source>
        <translation>キーポイントは [x, y, seen] の一覧で、seen は 0、1、2 のいずれかです。</translation>
    </message>
    <message>
        <source>Keypoints are {"box": [x1, y1, x2, y2], "points": [[x, y, seen], ...]}.</source>
        <translation>キーポイントは {"box": [x1, y1, x2, y2], "points": [[x, y, seen], ...]} です。</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Labels cannot be put by in {folder}: {reason}. Make room there, or name another folder with the environment variable TMPDIR.</source>
        <translation>ラベルを {folder} に一時保存できません: {reason}。空きを作るか、環境変数 TMPDIR で別のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>Left as it is: you {did} (event {number}), and {why}.</source>
        <translation>そのままにしました: 操作は「{did}」（イベント {number}）ですが、{why}。</translation>
    </message>
    <message>
        <source>Left aside: {names}.</source>
        <translation>取り込まなかったもの: {names}。</translation>
    </message>
    <message>
        <source>Left out for depth: {images} with {objects}, of {all} that nobody verified, labelled by {model} of depth {depth}, where the policy allows {allowed}; to have all of them in, predict them again with {better} (depth {less}), or verify {images}.</source>
        <translation>深さのため除外: 誰も確認していない画像 {all} 枚のうち{images}（{objects}）。ラベルは深さ {depth} の {model} が付けたもので、ポリシーの上限は {allowed} です。すべて入れるには、{better}（深さ {less}）で予測し直すか、{images}を確認してください。</translation>
    </message>
    <message>
        <source>Left out for depth: {images} with {objects}, of {all} that nobody verified, labelled by {model} of depth {depth}, where the policy allows {allowed}; to have all of them in, train a model on verified images alone and predict them again with it, or verify {images}.</source>
        <translation>深さのため除外: 誰も確認していない画像 {all} 枚のうち{images}（{objects}）。ラベルは深さ {depth} の {model} が付けたもので、ポリシーの上限は {allowed} です。すべて入れるには、確認済みの画像だけでモデルを学習させて予測し直すか、{images}を確認してください。</translation>
    </message>
    <message>
        <source>Left out: {images}.</source>
        <translation>除外: {images}。</translation>
    </message>
    <message>
        <source>Left out: {image}. {why}</source>
        <translation>除外: {image}。{why}</translation>
    </message>
    <message>
        <source>Left out: {n} ({reason})</source>
        <translation>除外: {n} 枚（{reason}）</translation>
    </message>
    <message>
        <source>Left out: {n} ({reason}): {images}</source>
        <translation>除外: {n} 枚（{reason}）: {images}</translation>
    </message>
    <message>
        <source>Line {number} of {file} is not written the way this program writes it.</source>
        <translation>{file} の {number} 行目は、このプログラムの書き方ではありません。</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>モデルを読み込んでいます</translation>
    </message>
    <message>
        <source>Locks do not hold in {folder}: two programs could change one project there; use another disk.</source>
        <translation>{folder} ではロックが効きません。二つのプログラムが同じプロジェクトを変更できてしまうので、別のディスクを使ってください。</translation>
    </message>
    <message>
        <source>Look at what has drifted (Project › Monitor) before a new model is trained or taken into use.</source>
        <translation>新しいモデルを学習したり使ったりする前に、何がずれたかを見てください（プロジェクト › モニター）。</translation>
    </message>
    <message>
        <source>Looked at {images}.</source>
        <translation>{images}を調べました。</translation>
    </message>
    <message>
        <source>Looked at {images}: {found}.</source>
        <translation>{images}を調べました: {found}。</translation>
    </message>
    <message>
        <source>Looked at {images}: {found}; {known} were seen by this model before.</source>
        <translation>{images}を調べました: {found}（{known} 枚はこのモデルで予測済み）。</translation>
    </message>
    <message>
        <source>Looked at {images}; of {known} everything was known.</source>
        <translation>{images}を調べました（{known} 枚はすべて記録済み）。</translation>
    </message>
    <message>
        <source>Looking for the images</source>
        <translation>画像を探しています</translation>
    </message>
    <message>
        <source>Made {where}: 1 object agrees (IoU {iou:.4f}, difference in confidence {conf:.4f}).</source>
        <translation>{where} を作成しました: 物体 1 個が一致（IoU {iou:.4f}、信頼度の差 {conf:.4f}）。</translation>
    </message>
    <message>
        <source>Made {where}: {n} objects agree (lowest IoU {iou:.4f}, largest difference in confidence {conf:.4f}).</source>
        <translation>{where} を作成しました: 物体 {n} 個が一致（最低 IoU {iou:.4f}、信頼度の最大差 {conf:.4f}）。</translation>
    </message>
    <message>
        <source>Merging needs two different classes of the list.</source>
        <translation>統合には、一覧にある別々の 2 つのクラスが必要です。</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>見落とし</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデルごと</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>モニター</translation>
    </message>
    <message>
        <source>NMS is inside the file, which leaves out what is below a confidence of its own (0.25 as a rule).</source>
        <translation>ファイル内に NMS があり、独自の信頼度（通常 0.25）未満を取り除きます。</translation>
    </message>
    <message>
        <source>Name and reason for overriding {rule} are one line of at most {most} letters.</source>
        <translation>{rule} の例外の名前と理由は 1 行 {most} 文字までです。</translation>
    </message>
    <message>
        <source>Name at least one model to evaluate.</source>
        <translation>評価するモデルを 1 つ以上指定してください。</translation>
    </message>
    <message>
        <source>Name each model once.</source>
        <translation>同じモデルは 1 回だけ指定してください。</translation>
    </message>
    <message>
        <source>New since {version}: {fresh} real-verified and {others} other ({share} fresh real-verified images, where {demanded} is demanded). That is enough for the next version.</source>
        <translation>{version} 以降の新しい画像: 実写・確認済み {fresh} 枚、その他 {others} 枚（新しい実写・確認済みの割合 {share}、必要 {demanded}）。次のバージョンに足ります。</translation>
    </message>
    <message>
        <source>New since {version}: {fresh} real-verified and {others} other ({share} fresh real-verified images, where {demanded} is demanded). Verify {more} more before the next version.</source>
        <translation>{version} 以降の新しい画像: 実写・確認済み {fresh} 枚、その他 {others} 枚（新しい実写・確認済みの割合 {share}、必要 {demanded}）。次のバージョンの前にあと {more} 枚確認してください。</translation>
    </message>
    <message>
        <source>No label file in {labels} ({n}) belongs to a picture in {place} ({pictures}): {names}.</source>
        <translation>{labels} のラベルファイル（{n} 件）は、どれも {place} の画像（{pictures} 枚）に対応しません: {names}。</translation>
    </message>
    <message>
        <source>No model has been chosen to compare pictures by, so only their brightness, blur and size are recorded; name one with --model, or let one predict.</source>
        <translation>画像を比べるモデルが選ばれていないため、明るさ・ぼけ・サイズだけを記録しました。モデルを選ぶか、予測させてください。</translation>
    </message>
    <message>
        <source>No model was trained, so nothing is taken into use.</source>
        <translation>モデルは学習されていないので、使うモデルは変わりません。</translation>
    </message>
    <message>
        <source>No number of verified images would keep them all; lower the share or remove what is not real.</source>
        <translation>何枚確認してもすべては残せません。割合を下げるか、実写でないものを外してください。</translation>
    </message>
    <message>
        <source>No precision was measured yet; evaluate once more to count false objects too.</source>
        <translation>適合率はまだ測られていません。もう一度評価すると、誤った物体も数えられます。</translation>
    </message>
    <message>
        <source>No recall was measured yet: reserve gold images, verify them, and run `verify-app evaluate` first.</source>
        <translation>再現率はまだ測定されていません。ゴールド画像を確保して確認し、先にモデルを評価してください。</translation>
    </message>
    <message>
        <source>No train image of version {version} has a label; verify some objects first.</source>
        <translation>バージョン {version} の学習画像にラベルがありません。先に物体を確認してください。</translation>
    </message>
    <message>
        <source>Nobody called {name} has decided anything here; there are: {known}.</source>
        <translation>{name} という名前で決定した人はここにいません。いるのは: {known}。</translation>
    </message>
    <message>
        <source>Nobody called {name} has decided anything in {project}.</source>
        <translation>{project} で {name} という名前で決定した人はいません。</translation>
    </message>
    <message>
        <source>None of the {n} images is complete, so there is nothing to hand out; --every also writes what nobody has verified.</source>
        <translation>{n} 枚の画像はどれも完了していないため、渡すものがありません。誰も確認していないものは、求めたときだけ渡します。</translation>
    </message>
    <message>
        <source>None of the {n} label files in {path} belongs to a picture there: {names}.</source>
        <translation>{path} のラベルファイル {n} 件は、どれもそこの画像に対応しません: {names}。</translation>
    </message>
    <message>
        <source>Not measured, taken as the average of {average:.0%}: {names}.</source>
        <translation>測定なし（平均 {average:.0%} とみなします）: {names}。</translation>
    </message>
    <message>
        <source>Not real-verified, and there are too few real-verified images to carry it.</source>
        <translation>実写・確認済みではなく、支える実写・確認済みの画像も足りません。</translation>
    </message>
    <message>
        <source>Nothing beside the labels names their classes.</source>
        <translation>ラベルのそばに、クラスの名前を示すものがありません。</translation>
    </message>
    <message>
        <source>Nothing beside the labels of {path} names their classes, and the project has none yet: their numbers are {numbers}. Say what each is with --map "0=NAME", or put a classes.txt there with a name a line.</source>
        <translation>{path} のラベルの近くにクラス名がなく、プロジェクトにもまだありません。番号は {numbers} です。それぞれが何かを指定するか、1 行に 1 つの名前を書いた classes.txt をそこに置いてください。</translation>
    </message>
    <message>
        <source>Nothing beside the labels of {path} names their classes, so --map takes numbers: --map "0={class_name}" and not "{name}=…".</source>
        <translation>{path} のラベルの近くにクラス名がないため、番号で扱います。{name} ではなく、0 が何か（例：{class_name}）を指定してください。</translation>
    </message>
    <message>
        <source>Nothing beside the labels of {path} names their classes. By the project's list they would be {pairs}.</source>
        <translation>{path} のラベルのそばに、クラスの名前を示すものがありません。プロジェクトの一覧に従えば {pairs} となります。</translation>
    </message>
    <message>
        <source>Nothing beside the labels of {path} names their classes. It was said that {known}; say also what {numbers} is: --map "{first}=NAME".</source>
        <translation>{path} のラベルの近くにクラス名がありません。{known} と指定されています。{numbers} が何かも、{first} から指定してください。</translation>
    </message>
    <message>
        <source>Nothing can be decided on this image: {problem}</source>
        <translation>この画像は判断できません: {problem}</translation>
    </message>
    <message>
        <source>Nothing can be decided on {name}: {problem}</source>
        <translation>{name} は判断できません: {problem}</translation>
    </message>
    <message>
        <source>Nothing can be written to {folder}: {reason}.</source>
        <translation>{folder} に何も書き込めません: {reason}。</translation>
    </message>
    <message>
        <source>Nothing has drifted, as far as chance lets one tell.</source>
        <translation>偶然と区別できるかぎり、ずれたものはありません。</translation>
    </message>
    <message>
        <source>Nothing is labelled here. If there is nothing on this image, press {key_empty} (empty).</source>
        <translation>ラベルがありません。何も写っていないなら {key_empty}（対象なし）を押してください。</translation>
    </message>
    <message>
        <source>Nothing is left out for the share; {share} of 1 image in train real and verified.</source>
        <translation>割合のための除外はありません。学習画像 1 枚の {share} が実写・確認済みです。</translation>
    </message>
    <message>
        <source>Nothing is left out for the share; {share} of {n} images in train real and verified.</source>
        <translation>割合のための除外はありません。学習画像 {n} 枚の {share} が実写・確認済みです。</translation>
    </message>
    <message>
        <source>Nothing is left to review.</source>
        <translation>レビューするものは残っていません。</translation>
    </message>
    <message>
        <source>Nothing is new since {version}; there is no next version to write yet.</source>
        <translation>{version} 以降に新しいものがなく、まだ書き出す次のバージョンはありません。</translation>
    </message>
    <message>
        <source>Nothing states the splits of {name}, so there is nothing to split again.</source>
        <translation>{name} の分割を示すものはないので、分け直すものがありません。</translation>
    </message>
    <message>
        <source>Nothing to do yet: {n} of {wanted} real images are verified. Verify {more} more first.</source>
        <translation>まだすることはありません。必要な {wanted} 枚の実写画像のうち {n} 枚が確認済みです。先にあと {more} 枚を確認してください。</translation>
    </message>
    <message>
        <source>Nothing to do yet: {n} of {wanted} real images were verified since {version}. Verify {more} more first.</source>
        <translation>まだすることはありません。{version} のあと、必要な {wanted} 枚の実写画像のうち {n} 枚が確認されました。先にあと {more} 枚を確認してください。</translation>
    </message>
    <message>
        <source>ONNX Runtime could not start on {place}; check its GPU libraries or choose the device 'cpu'.</source>
        <translation>{place} で ONNX Runtime を起動できません。GPU のライブラリを確かめるか、デバイスを 'cpu' にしてください。</translation>
    </message>
    <message>
        <source>ONNX Runtime failed ({reason}); try a smaller batch or another model.</source>
        <translation>ONNX Runtime が失敗しました（{reason}）。バッチを小さくするか、別のモデルを試してください。</translation>
    </message>
    <message>
        <source>ONNX Runtime has no device '{device}' here; choose 'cpu' or the engine 'ultralytics'.</source>
        <translation>ここの ONNX Runtime にデバイス '{device}' はありません。'cpu' かエンジン 'ultralytics' を選んでください。</translation>
    </message>
    <message>
        <source>Objects of a project for {task} have no points; leave the skeleton out.</source>
        <translation>{task} のプロジェクトの物体に点はありません。骨格は省いてください。</translation>
    </message>
    <message>
        <source>Of {images} nothing came in that could be vouched for.</source>
        <translation>画像 {images} には、保証できるラベルが取り込まれていません。</translation>
    </message>
    <message>
        <source>On this image nothing differs that is not settled.</source>
        <translation>この画像に、未解決の差異はありません。</translation>
    </message>
    <message>
        <source>One device is used at a time; name one, such as cuda:0.</source>
        <translation>デバイスは一度に 1 つです。cuda:0 のように 1 つ指定してください。</translation>
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
        <source>Only {share} of the images and {objects} of the objects for training are real and verified, where the policy demands {demanded}; 1 image would have to be left out.</source>
        <translation>学習用の画像の {share}、物体の {objects} しか実写・確認済みではなく、ポリシーは {demanded} を求めています。1 枚を除外する必要があります。</translation>
    </message>
    <message>
        <source>Only {share} of the images and {objects} of the objects for training are real and verified, where the policy demands {demanded}; {n} images would have to be left out.</source>
        <translation>学習用の画像の {share}、物体の {objects} しか実写・確認済みではなく、ポリシーは {demanded} を求めています。{n} 枚を除外する必要があります。</translation>
    </message>
    <message>
        <source>Open {n} of the others there and complete them, or verify {more} more for training there; or go below it knowingly: --override min_seen_share --reason TEXT.</source>
        <translation>そこで残りのうち {n} 枚を開いて完了するか、学習用に {more} 枚多く確認してください。承知の上で下回るなら、ポリシーでこの規則を理由とともに外してください。</translation>
    </message>
    <message>
        <source>Open {n} of the others there and complete them; or go below it knowingly: --override min_seen_share --reason TEXT.</source>
        <translation>そこで残りのうち {n} 枚を開いて完了してください。承知の上で下回るなら、ポリシーでこの規則を理由とともに外してください。</translation>
    </message>
    <message>
        <source>Or export with mode trim.</source>
        <translation>または trim モードで書き出してください。</translation>
    </message>
    <message>
        <source>Overridden by {name}: {rule} ({reason})</source>
        <translation>{name} による例外: {rule}（{reason}）</translation>
    </message>
    <message>
        <source>Overrides are written as [[override]] with rule, reason and by.</source>
        <translation>例外は rule、reason、by を持つ [[override]] として書きます。</translation>
    </message>
    <message>
        <source>Overriding {rule} needs who does it and why: give a name and a reason.</source>
        <translation>{rule} の例外には、誰がなぜ行うかが必要です。名前と理由を指定してください。</translation>
    </message>
    <message>
        <source>Pascal VOC holds boxes only; labels for {task} need another format.</source>
        <translation>Pascal VOC に入るのはボックスだけです。{task} のラベルには別の形式が必要です。</translation>
    </message>
    <message>
        <source>Pascal VOC holds boxes; a project for {task} needs another format.</source>
        <translation>Pascal VOC に入るのはボックスです。{task} のプロジェクトには別の形式が必要です。</translation>
    </message>
    <message>
        <source>Pictures are compared by {model} from now on.</source>
        <translation>今後、画像は {model} で比べます。</translation>
    </message>
    <message>
        <source>Pictures of this kind are not read ({kinds}); convert them to JPEG or PNG.</source>
        <translation>この種類の画像は読めません（{kinds}）。JPEG か PNG に変換してください。</translation>
    </message>
    <message>
        <source>Points of a skeleton are counted from 0 to {count}.</source>
        <translation>骨格の点は 0 から {count} まで数えます。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>適合率</translation>
    </message>
    <message>
        <source>Precision not measured, taken as the average of {average:.0%}: {names}.</source>
        <translation>適合率が測られておらず、平均の {average:.0%} とみなしたもの：{names}。</translation>
    </message>
    <message>
        <source>Predictions per image</source>
        <translation>画像 1 枚あたりの予測数</translation>
    </message>
    <message>
        <source>Predictions: {what}</source>
        <translation>予測：{what}</translation>
    </message>
    <message>
        <source>Project › Export dataset says what a version would hold, and what to verify for more.</source>
        <translation>「プロジェクト › データセットを書き出し」で、版の内容と、次に確認すべき画像がわかります。</translation>
    </message>
    <message>
        <source>Publisher's {split}, not verified: {n} left out; verify or attest them, or `verify-app source split-again`.</source>
        <translation>公開元の {split} で未確認のため {n} 枚を除外しました。確認または保証するか、ソースを分割し直してください（データのページ）。</translation>
    </message>
    <message>
        <source>Qt does not start ({reason}).</source>
        <translation>Qt を起動できません（{reason}）。</translation>
    </message>
    <message>
        <source>Qt draws no text: no font is installed (Debian: fonts-dejavu-core).</source>
        <translation>Qt が文字を描けません。フォントがありません（Debian：fonts-dejavu-core）。</translation>
    </message>
    <message>
        <source>Rare classes have fewer verified objects for training than in {version}: {classes}. Verify the images that lost them, or as many others; or go below it knowingly: --override tail_floor --reason TEXT.</source>
        <translation>希少クラスの学習用の確認済み物体が {version} より少なくなっています：{classes}。失われた画像か同じ数の別の画像を確認してください。承知の上で下回るなら、ポリシーでこの規則を理由とともに外してください。</translation>
    </message>
    <message>
        <source>Ready from {n} images is not allowed; choose 1 to {most:,}.</source>
        <translation>書き出せる枚数 {n} は許されません。1 から {most:,} にしてください。</translation>
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
        <source>Recall</source>
        <translation>再現率</translation>
    </message>
    <message>
        <source>Recall and precision stay as measured; in truth recall falls as a class gets rarer, so that rare classes go sooner.</source>
        <translation>再現率と適合率は測られたまま変わりません。実際にはクラスがまれになるほど再現率が下がるので、まれなクラスはもっと早くなくなります。</translation>
    </message>
    <message>
        <source>Recall of the rare classes</source>
        <translation>まれなクラスの再現率</translation>
    </message>
    <message>
        <source>Recall, as it was evaluated,</source>
        <translation>評価時の再現率</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Released {images} from gold.</source>
        <translation>{images}を gold から外しました。</translation>
    </message>
    <message>
        <source>Removed {images} from the project.</source>
        <translation>{images}をプロジェクトから外しました。</translation>
    </message>
    <message>
        <source>Reserve more real images for gold and verify them; or look at the new model yourself and take it into use: `verify-app model use`.</source>
        <translation>実画像をもっとゴールドに確保して確認するか、新しいモデルを自分で見て使用してください（プロジェクト › サイクル）。</translation>
    </message>
    <message>
        <source>Reserved for gold and not real-verified yet; review it first.</source>
        <translation>gold に取り置かれていますが、まだ実写・確認済みではありません。先にレビューしてください。</translation>
    </message>
    <message>
        <source>Reserved for gold, but it is already a training image; release it from gold.</source>
        <translation>gold に取り置かれていますが、すでに学習画像です。gold から外してください。</translation>
    </message>
    <message>
        <source>Reserved for gold, but only attested; open it and press {key}: then somebody has looked.</source>
        <translation>gold に取り置かれていますが、保証されただけです。開いて {key} を押すと、人が見たことになります。</translation>
    </message>
    <message>
        <source>Reserved {images} for gold.</source>
        <translation>{images}を gold に取り置きました。</translation>
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
        <source>Review the {n} images that are left.</source>
        <translation>残りの {n} 枚の画像をレビューしてください。</translation>
    </message>
    <message>
        <source>Reviewed {n} images, wrote {version}, trained {model}. {outcome}</source>
        <translation>画像 {n} 枚をレビューし、{version} を書き出し、{model} を学習しました。{outcome}</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>ラウンド</translation>
    </message>
    <message>
        <source>SQLite finds damage: {problem}.</source>
        <translation>SQLite が破損を見つけました: {problem}。</translation>
    </message>
    <message>
        <source>Say how many frames to take of a video: --every 10 (frames) or --fps 2 (a second).</source>
        <translation>動画から取り出すフレームを指定してください（何フレームおきか、毎秒何フレームか）。</translation>
    </message>
    <message>
        <source>Say where the pixels in {folder} come from: --origin real, synthetic or unknown.</source>
        <translation>{folder} のピクセルの由来を指定してください: --origin real、synthetic、unknown。</translation>
    </message>
    <message>
        <source>Say where to write the version: verify-app export PROJECT OUT.</source>
        <translation>バージョンの書き出し先を指定してください: verify-app export PROJECT OUT。</translation>
    </message>
    <message>
        <source>Say which difference; name just what it is about. There are: {known}.</source>
        <translation>どの差異か、その対象だけを挙げて指定してください。あるのは: {known}。</translation>
    </message>
    <message>
        <source>Say who starts the cycle: --by NAME.</source>
        <translation>だれがサイクルを始めるのかを示してください：--by NAME。</translation>
    </message>
    <message>
        <source>Say who you are: a name has letters, digits or signs.</source>
        <translation>あなたが誰かを指定してください。名前には文字、数字、記号を使います。</translation>
    </message>
    <message>
        <source>Say who you are: every decision is recorded with a name.</source>
        <translation>あなたが誰かを指定してください。どの決定も名前とともに記録されます。</translation>
    </message>
    <message>
        <source>Score on gold (mAP50-95 or top-1)</source>
        <translation>gold での得点（mAP50-95 または top-1）</translation>
    </message>
    <message>
        <source>Settings that cannot be used are back at their defaults: {names} (in {file}).</source>
        <translation>使えない設定は既定値に戻しました: {names}（{file}）。</translation>
    </message>
    <message>
        <source>Settle that, or go below it knowingly: --override accumulate --reason TEXT.</source>
        <translation>それを解決してください。承知の上で下回るなら、ポリシーでこの規則を理由とともに外してください。</translation>
    </message>
    <message>
        <source>Several versions are called {name}: {found}; name one so.</source>
        <translation>{name} というバージョンが複数あります: {found}。この名前で指定してください。</translation>
    </message>
    <message>
        <source>Shaded: where chance alone keeps a figure. A change of 0 is none; changes in size, shape, place, number, brightness and sharpness are in standard deviations of the reference.</source>
        <translation>塗られた帯は、偶然だけで数値が収まる範囲です。変化 0 は変化なしです。大きさ、形、位置、数、明るさ、鮮明さの変化は、基準の標準偏差を単位とします。</translation>
    </message>
    <message>
        <source>Share of images without objects</source>
        <translation>物体のない画像の割合</translation>
    </message>
    <message>
        <source>Share of near-duplicates</source>
        <translation>ほぼ同じ画像の割合</translation>
    </message>
    <message>
        <source>Share of predictions that were right</source>
        <translation>正しかった予測の割合</translation>
    </message>
    <message>
        <source>Share of the rare classes that are kept</source>
        <translation>保たれているまれなクラスの割合</translation>
    </message>
    <message>
        <source>Simulated over {over}: below half: {thin}.</source>
        <translation>{over}のシミュレーション: 半分未満 {thin}。</translation>
    </message>
    <message>
        <source>Simulated over {over}: gone: {gone}.</source>
        <translation>{over}のシミュレーション: 消滅 {gone}。</translation>
    </message>
    <message>
        <source>Simulated over {over}: gone: {gone}; below half: {thin}.</source>
        <translation>{over}のシミュレーション: 消滅 {gone}、半分未満 {thin}。</translation>
    </message>
    <message>
        <source>Simulated: no class falls below half of what it is in {over}.</source>
        <translation>シミュレーション: {over}で、半分を下回るクラスはありません。</translation>
    </message>
    <message>
        <source>Skipped {n}:</source>
        <translation>飛ばしたもの（{n} 件）:</translation>
    </message>
    <message>
        <source>Somebody who reviewed image {image_id} is not on the list of reviewers.</source>
        <translation>画像 {image_id} をレビューした人が、レビュアー一覧にいません。</translation>
    </message>
    <message>
        <source>Somebody writes to {file} all the time; try again when that is over.</source>
        <translation>{file} への書き込みが続いています。終わってから試してください。</translation>
    </message>
    <message>
        <source>Source {name}</source>
        <translation>ソース {name}</translation>
    </message>
    <message>
        <source>Step {n} of {all}: {text}</source>
        <translation>{all} 段階中 {n}：{text}</translation>
    </message>
    <message>
        <source>That {folder} is yours cannot be remembered in {place} ({reason}); {variable}=1 says it of every project.</source>
        <translation>{folder} があなたのものであることを {place} に記憶できません（{reason}）。{variable}=1 とすると、すべてのプロジェクトについてそうみなします。</translation>
    </message>
    <message>
        <source>The 1 image is not complete, so there is nothing to hand out; --every also writes what nobody has verified.</source>
        <translation>1 枚の画像が完了していないため、渡すものがありません。誰も確認していないものは、求めたときだけ渡します。</translation>
    </message>
    <message>
        <source>The ONNX form of {name} does not say the same as the original ({missing} missing, least IoU {iou:.3f}, confidence off by {conf:.3f}), so it was not kept; use the .pt file itself.</source>
        <translation>{name} の ONNX 形式は元と同じ答えを出さないため（欠けた{missing}、最低 IoU {iou:.3f}、信頼度の差 {conf:.3f}）、残しませんでした。.pt ファイルをそのまま使ってください。</translation>
    </message>
    <message>
        <source>The base model {base} was not found; give the path of a .pt file.</source>
        <translation>元のモデル {base} が見つかりません。.pt ファイルのパスを指定してください。</translation>
    </message>
    <message>
        <source>The box of an object needs at least one pixel either way inside the image.</source>
        <translation>物体のボックスは画像内で縦横 1 ピクセル以上必要です。</translation>
    </message>
    <message>
        <source>The catch rate</source>
        <translation>検出率</translation>
    </message>
    <message>
        <source>The class ids in {file} are not whole numbers.</source>
        <translation>{file} のクラス ID が整数ではありません。</translation>
    </message>
    <message>
        <source>The class ids in {file} do not run from 0 to {last} without a gap.</source>
        <translation>{file} のクラス ID が 0 から {last} まで抜けなく並んでいません。</translation>
    </message>
    <message>
        <source>The class name {name} has a control character (U+{code:04X}).</source>
        <translation>クラス名 {name} に制御文字 (U+{code:04X}) があります。</translation>
    </message>
    <message>
        <source>The class {name!r} cannot be the name of a folder on every system; rename it first.</source>
        <translation>クラス {name!r} は、システムによってはフォルダー名にできません。先に名前を変えてください。</translation>
    </message>
    <message>
        <source>The class {name} stands twice in the list; class names must differ.</source>
        <translation>クラス {name} が一覧に 2 回あります。クラス名は重複できません。</translation>
    </message>
    <message>
        <source>The classes of {path} are named, so --by-number made no difference.</source>
        <translation>{path} のクラスには名前があるため、番号は必要ありませんでした。</translation>
    </message>
    <message>
        <source>The classes {first!r} and {second!r} would share a folder on some systems; rename one.</source>
        <translation>クラス {first!r} と {second!r} は、システムによっては同じフォルダーになります。片方の名前を変えてください。</translation>
    </message>
    <message>
        <source>The count of what could be trained on is not what counting gives.</source>
        <translation>学習に使える件数が、数えた結果と違います。</translation>
    </message>
    <message>
        <source>The counts of images are not what counting them gives.</source>
        <translation>画像の件数が、数えた結果と違います。</translation>
    </message>
    <message>
        <source>The counts of what models said and was there are not what counting them gives.</source>
        <translation>モデルの予測と実際の件数が、数えた結果と違います。</translation>
    </message>
    <message>
        <source>The database cannot be read as a whole: {reason}.</source>
        <translation>データベース全体を読み込めません: {reason}。</translation>
    </message>
    <message>
        <source>The defaults for this computer in {file} cannot be used ({names}); tell who looks after it.</source>
        <translation>このコンピューターの既定値 {file} は使えません（{names}）。管理者に知らせてください。</translation>
    </message>
    <message>
        <source>The disk of {where} is full; {recorded}. Free some space and try again.</source>
        <translation>{where} のディスクがいっぱいです。{recorded}。空きを作ってもう一度試してください。</translation>
    </message>
    <message>
        <source>The disk of {where} reported an error; {recorded}. Free space or check the disk.</source>
        <translation>{where} のディスクがエラーを返しました。{recorded}。空きを作るか、ディスクを確かめてください。</translation>
    </message>
    <message>
        <source>The engine add-on in {folder} is of version {found} (Python {python}), this program is {version} (Python {own}); install the add-on of the same version.</source>
        <translation>{folder} のエンジンアドオンはバージョン {found}（Python {python}）、このプログラムは {version}（Python {own}）です。同じバージョンのアドオンを入れてください。</translation>
    </message>
    <message>
        <source>The file cannot be read ({reason}); check its permissions and the disk.</source>
        <translation>ファイルを読み込めません（{reason}）。アクセス権とディスクを確かめてください。</translation>
    </message>
    <message>
        <source>The file has changed since it was last looked at; look at the folder again and review it.</source>
        <translation>前回見た後にファイルが変わりました。フォルダーをもう一度調べてレビューしてください。</translation>
    </message>
    <message>
        <source>The file has {size:.1f} GB, too much for one picture; scale it down.</source>
        <translation>ファイルが {size:.1f} GB あり、1 枚の画像として大きすぎます。縮小してください。</translation>
    </message>
    <message>
        <source>The file is empty (0 bytes); copy it again from where it came.</source>
        <translation>ファイルが空です（0 バイト）。元の場所からコピーし直してください。</translation>
    </message>
    <message>
        <source>The file is missing.</source>
        <translation>ファイルがありません。</translation>
    </message>
    <message>
        <source>The file is missing; put it back or relocate its source.</source>
        <translation>ファイルが見つかりません。元に戻すか、ソースの場所を変更してください。</translation>
    </message>
    <message>
        <source>The file is not an ordinary file.</source>
        <translation>通常のファイルではありません。</translation>
    </message>
    <message>
        <source>The file name {file!r} in {place} is none this program would write.</source>
        <translation>{place} のファイル名 {file!r} は、このプログラムが書くものではありません。</translation>
    </message>
    <message>
        <source>The file's name is not a valid path.</source>
        <translation>ファイル名がパスとして正しくありません。</translation>
    </message>
    <message>
        <source>The first: {problem}</source>
        <translation>最初の 1 件: {problem}</translation>
    </message>
    <message>
        <source>The folder cannot be read ({reason}); it was skipped.</source>
        <translation>フォルダーを読み込めないため（{reason}）、飛ばしました。</translation>
    </message>
    <message>
        <source>The folder {name!r} was added: Ultralytics would take it for a class.</source>
        <translation>フォルダー {name!r} が加えられています。Ultralytics がクラスとみなします。</translation>
    </message>
    <message>
        <source>The gold image {image} cannot be read: {reason}.</source>
        <translation>gold 画像 {image} を読み込めません: {reason}。</translation>
    </message>
    <message>
        <source>The gold image {name} has no label file; an empty one says that it is empty.</source>
        <translation>gold 画像 {name} にラベルファイルがありません。何も写っていなければ空のファイルを置きます。</translation>
    </message>
    <message>
        <source>The gold images have been used {n} times in generation {generation}. Models chosen by the same images again and again fit these images, and look better than they are: verify new gold before you choose once more.</source>
        <translation>gold 画像は第 {generation} 世代で {n} 回使われました。同じ画像で何度も選んだモデルはその画像に合ってしまい、実際よりよく見えます。次に選ぶ前に、新しいgold 画像を確認してください。</translation>
    </message>
    <message>
        <source>The gold images show no object at all; reserve some with objects as gold first.</source>
        <translation>gold 画像に物体が 1 つもありません。先に物体のある画像を gold に取り置いてください。</translation>
    </message>
    <message>
        <source>The group pattern has {n} characters; {most} at most.</source>
        <translation>グループのパターンが {n} 文字あります。最大 {most} 文字です。</translation>
    </message>
    <message>
        <source>The group pattern {pattern} has no group; put brackets round what names it: (.*)_\d+\.jpg.</source>
        <translation>グループのパターン {pattern} にグループがありません。名前になる部分を括弧で囲んでください: (.*)_\d+\.jpg。</translation>
    </message>
    <message>
        <source>The group pattern {pattern} is no regular expression: {reason}.</source>
        <translation>グループのパターン {pattern} は正規表現ではありません: {reason}。</translation>
    </message>
    <message>
        <source>The group pattern {pattern} repeats what repeats itself or is one of several things, so some names would take for ever; write it simpler.</source>
        <translation>グループのパターン {pattern} は、繰り返しの中の繰り返しや選択の繰り返しを含み、終わらない名前があります。もっと単純に書いてください。</translation>
    </message>
    <message>
        <source>The group pattern {pattern} takes too long for {name}; repeat fewer things in it.</source>
        <translation>グループのパターン {pattern} は {name} に時間がかかりすぎます。繰り返しを減らしてください。</translation>
    </message>
    <message>
        <source>The image changed while you looked at it: {what}. Look again.</source>
        <translation>見ている間に画像が変わりました: {what}。もう一度見てください。</translation>
    </message>
    <message>
        <source>The label file {file} cannot be read ({reason}).</source>
        <translation>ラベルファイル {file} を読み込めません（{reason}）。</translation>
    </message>
    <message>
        <source>The label file {file} is not text; check that it belongs to a YOLO dataset.</source>
        <translation>ラベルファイル {file} はテキストではありません。YOLO データセットのものか確かめてください。</translation>
    </message>
    <message>
        <source>The label file {file} is over {most} MB; that is no label file.</source>
        <translation>ラベルファイル {file} が {most} MB を超えています。ラベルファイルではありません。</translation>
    </message>
    <message>
        <source>The label files in {path} are DOTA's: add them as such (--labels dota; in the window: Bring in).</source>
        <translation>{path} のラベルファイルは DOTA 形式です。「取り込む内容」でそれを選んでください。</translation>
    </message>
    <message>
        <source>The labels of gold image {file} cannot be read; write the gold set again.</source>
        <translation>gold 画像 {file} のラベルを読み込めません。gold セットを書き直してください。</translation>
    </message>
    <message>
        <source>The labels of {file} in version {version} cannot be read ({reason}).</source>
        <translation>バージョン {version} の {file} のラベルを読み込めません（{reason}）。</translation>
    </message>
    <message>
        <source>The labels of {file} in version {version} changed while they were read.</source>
        <translation>バージョン {version} の {file} のラベルが、読み込み中に変わりました。</translation>
    </message>
    <message>
        <source>The labels of {path} have a class that the project does not: {name}. Say what it is called here with --map "{name}={known}", leave it out with --map "{name}=", or add it with `verify-app class add`.</source>
        <translation>{path} のラベルに、プロジェクトにないクラス {name} があります。{name} をここでの名前（例：{known}）とするか、{name} を除外するか、追加してください。</translation>
    </message>
    <message>
        <source>The labels of {path} have classes that the project does not: {names}. Say what each is called here with --map "{name}={known}", leave it out with --map "{name}=", or add it with `verify-app class add`.</source>
        <translation>{path} のラベルに、プロジェクトにないクラス {names} があります。それぞれ、{name} を {known} とするか、{name} を除外するか、追加してください。</translation>
    </message>
    <message>
        <source>The labels of {path} have no class {name}; they have {names}.</source>
        <translation>{path} のラベルにクラス {name} はありません。あるのは {names} です。</translation>
    </message>
    <message>
        <source>The last altered image passed as shown. Take a break, or look again at what you completed just now.</source>
        <translation>直前の改変画像が、表示のまま通りました。休憩するか、今完了したものを見直してください。</translation>
    </message>
    <message>
        <source>The last {n} altered images passed as shown. Take a break, or look again at what you completed just now.</source>
        <translation>直前の改変画像 {n} 枚が、表示のまま通りました。休憩するか、今完了したものを見直してください。</translation>
    </message>
    <message>
        <source>The layout is not what this program makes: {problem}.</source>
        <translation>構成がこのプログラムのものと違います: {problem}。</translation>
    </message>
    <message>
        <source>The list of when runs looked at images is not what the events say.</source>
        <translation>予測がいつ画像を調べたかの一覧が、イベントと違います。</translation>
    </message>
    <message>
        <source>The mode is {mode!r}; choose trim or strict.</source>
        <translation>モードが {mode!r} です。trim か strict を選んでください。</translation>
    </message>
    <message>
        <source>The model answered with something else than numbers; {advice}.</source>
        <translation>モデルが数以外のものを返しました。{advice}。</translation>
    </message>
    <message>
        <source>The model answered with the shape {shape}, which does not fit its task; {advice}.</source>
        <translation>モデルが返した形 {shape} は、そのタスクに合いません。{advice}。</translation>
    </message>
    <message>
        <source>The model failed on {device} ({reason}); try a smaller batch, a smaller image size or the device 'cpu'.</source>
        <translation>モデルが {device} で失敗しました（{reason}）。バッチか画像サイズを小さくするか、デバイス 'cpu' を試してください。</translation>
    </message>
    <message>
        <source>The model gives confidences above 1, so it is no YOLO {task} model; {advice}.</source>
        <translation>1 を超える信頼度を返すので、YOLO の {task} モデルではありません。{advice}。</translation>
    </message>
    <message>
        <source>The model has no class {name}; it has {names}.</source>
        <translation>モデルにクラス {name} はありません。あるのは {names} です。</translation>
    </message>
    <message>
        <source>The model took longer than 1 second for one picture, so it was stopped; use another model, a smaller image size, or allow more time (--image-seconds; in the window: Settings).</source>
        <translation>モデルが 1 枚に 1 秒以上かかったため停止しました。別のモデルや小さい画像サイズを使うか、設定で時間を増やしてください。</translation>
    </message>
    <message>
        <source>The model took longer than {seconds:g} seconds for one picture, so it was stopped; use another model, a smaller image size, or allow more time (--image-seconds; in the window: Settings).</source>
        <translation>モデルが 1 枚に {seconds:g} 秒以上かかったため停止しました。別のモデルや小さい画像サイズを使うか、設定で時間を増やしてください。</translation>
    </message>
    <message>
        <source>The model {model} does not know {classes}, which the gold images show; evaluate a model trained with these classes.</source>
        <translation>モデル {model} は、gold 画像にある {classes} を知りません。これらのクラスで学習したモデルを評価してください。</translation>
    </message>
    <message>
        <source>The model's class {name} is not in the project's class list. Say what to do with it: --map "{name}={known}", or --map "{name}=" to leave it out, or add it with `verify-app class add`.</source>
        <translation>モデルのクラス {name} はプロジェクトのクラス一覧にありません。{name} を {known} とするか、{name} を除外するか、追加してください。</translation>
    </message>
    <message>
        <source>The model's classes {names} are not in the project's class list. Say what to do with each: --map "{name}={known}", or --map "{name}=" to leave it out, or add it with `verify-app class add`.</source>
        <translation>モデルのクラス {names} はプロジェクトのクラス一覧にありません。それぞれ、{name} を {known} とするか、{name} を除外するか、追加してください。</translation>
    </message>
    <message>
        <source>The monitor could not look: {reason}</source>
        <translation>モニターは確認できませんでした：{reason}</translation>
    </message>
    <message>
        <source>The monitor was stopped; the rest is done.</source>
        <translation>モニターは中止されました。ほかは完了しています。</translation>
    </message>
    <message>
        <source>The name {name} has the character U+{code:04X}, which no XML file can hold; change the name, or choose coco, labelme or ndjson.</source>
        <translation>名前 {name} の文字 U+{code:04X} は XML ファイルに書けません。名前を変えるか、coco、labelme、ndjson を選んでください。</translation>
    </message>
    <message>
        <source>The name {text} has a character that cannot be seen (U+{code:04X}); leave it out.</source>
        <translation>名前 {text} に見えない文字（U+{code:04X}）があります。取り除いてください。</translation>
    </message>
    <message>
        <source>The new model has degraded: {figures}.</source>
        <translation>新しいモデルは悪くなりました: {figures}。</translation>
    </message>
    <message>
        <source>The new model is better: {figures}.</source>
        <translation>新しいモデルのほうが良くなりました: {figures}。</translation>
    </message>
    <message>
        <source>The new model is the same: {figures}; the interval is no wider than {width} points.</source>
        <translation>新しいモデルは同等です: {figures}。区間の幅は {width} ポイント以内です。</translation>
    </message>
    <message>
        <source>The new weights could not be written to {folder} ({reason}); make room and train again.</source>
        <translation>新しい重みを {folder} に書き込めません（{reason}）。空きを作って、もう一度学習してください。</translation>
    </message>
    <message>
        <source>The objects of the dataset around {path} have {given} points, those of the project {wanted}; import it into a project with its own skeleton.</source>
        <translation>{path} のデータセットの物体の点は {given} 個、プロジェクトは {wanted} 個です。固有の骨格を持つプロジェクトに取り込んでください。</translation>
    </message>
    <message>
        <source>The objects of {file} have {given} points ({points} …), those of the project {wanted} ({own_points} …); import it into a project with its own skeleton.</source>
        <translation>{file} の物体の点は {given} 個（{points} …）、プロジェクトは {wanted} 個（{own_points} …）です。固有の骨格を持つプロジェクトに取り込んでください。</translation>
    </message>
    <message>
        <source>The objects of {file} have {given} points, those of the project {wanted}; import it into a project with its own skeleton.</source>
        <translation>{file} の物体の点は {given} 個、プロジェクトは {wanted} 個です。固有の骨格を持つプロジェクトに取り込んでください。</translation>
    </message>
    <message>
        <source>The objects of {folder} have other points than the project's skeleton.</source>
        <translation>{folder} の物体の点は、プロジェクトの骨格と違います。</translation>
    </message>
    <message>
        <source>The others are drawn from what a model makes of the generation before: each object found again with the recall measured for its class, and beside these as many false ones as its precision says. Only objects that are there are counted; a model confuses no classes.</source>
        <translation>残りは、モデルが前の世代から作るものから引かれます。どの物体もそのクラスで測られた再現率で再び見つかり、その横に、適合率が示すだけの誤った物体が加わります。数えるのは実際にある物体だけです。モデルはクラスを取り違えません。</translation>
    </message>
    <message>
        <source>The page cannot be shown ({kind}: {reason}).</source>
        <translation>ページを表示できません（{kind}: {reason}）。</translation>
    </message>
    <message>
        <source>The picture cannot be shown ({kind}).</source>
        <translation>画像を表示できません（{kind}）。</translation>
    </message>
    <message>
        <source>The picture cannot be shown ({kind}: {reason}).</source>
        <translation>画像を表示できません（{kind}: {reason}）。</translation>
    </message>
    <message>
        <source>The picture has no page {page}; choose an earlier one.</source>
        <translation>画像に {page} ページはありません。前のページを選んでください。</translation>
    </message>
    <message>
        <source>The picture has {width:,} x {height:,} pixels, more than the {most} megapixels this program opens; scale it down or cut it into tiles.</source>
        <translation>画像が {width:,} x {height:,} ピクセルあり、このプログラムで開ける {most} メガピクセルを超えています。縮小するか分割してください。</translation>
    </message>
    <message>
        <source>The picture is cut short or damaged; copy it again from where it came.</source>
        <translation>画像が途中で切れているか壊れています。元の場所からコピーし直してください。</translation>
    </message>
    <message>
        <source>The place of image {image_id} in the queue is not what its evidence says.</source>
        <translation>画像 {image_id} の順番が、その根拠と違います。</translation>
    </message>
    <message>
        <source>The policy demands that everybody who verified labels surely catches {demanded} of the errors; caught so far: {reviewers}. More honeypots tell more; or export without --min-catch-rate.</source>
        <translation>ポリシーは、ラベルを確認した全員が誤りの {demanded} を確実に見つけることを求めています。これまでの結果：{reviewers}。ハニーポットを増やすと確かになります。または、この規則をポリシーから外してください。</translation>
    </message>
    <message>
        <source>The policy that is kept with the project cannot be used. {reason}</source>
        <translation>プロジェクトに保存されたポリシーは使えません。{reason}</translation>
    </message>
    <message>
        <source>The policy {file} cannot be read: {reason}.</source>
        <translation>ポリシー {file} を読み込めません: {reason}。</translation>
    </message>
    <message>
        <source>The policy {file} is not UTF-8 text; save it as that.</source>
        <translation>ポリシー {file} は UTF-8 テキストではありません。UTF-8 で保存してください。</translation>
    </message>
    <message>
        <source>The policy {file}: {reason}</source>
        <translation>ポリシー {file}: {reason}</translation>
    </message>
    <message>
        <source>The project has no class {name}; it has {names}. Add it with `verify-app class add`.</source>
        <translation>プロジェクトにクラス {name} はありません（あるのは {names}）。クラス一覧に追加してください。</translation>
    </message>
    <message>
        <source>The project has no class; add one before exporting.</source>
        <translation>プロジェクトにクラスがありません。書き出す前に追加してください。</translation>
    </message>
    <message>
        <source>The project has no classes yet; add them first (`verify-app class add`).</source>
        <translation>プロジェクトにはまだクラスがありません。先にクラス一覧に追加してください。</translation>
    </message>
    <message>
        <source>The project has no model to train from; name one with --base, such as yolo26n.yaml.</source>
        <translation>学習の元にするモデルがプロジェクトにありません。yolo26n.yaml などを選んでください。</translation>
    </message>
    <message>
        <source>The project has no model yet; name one with --model, or add one with `verify-app model`.</source>
        <translation>プロジェクトにはまだモデルがありません。選んでください。</translation>
    </message>
    <message>
        <source>The project has no model yet; name one: --model FILE.</source>
        <translation>プロジェクトにはまだモデルがありません。ファイルを選んでください。</translation>
    </message>
    <message>
        <source>The project keeps the weights of {model} outside its models folder; add the model again.</source>
        <translation>プロジェクトの {model} の重みが、models フォルダーの外にあります。モデルを追加し直してください。</translation>
    </message>
    <message>
        <source>The real share</source>
        <translation>実写の割合</translation>
    </message>
    <message>
        <source>The receipt in {folder} does not say whether people or programs verified and is not on record in this project, so its {n} verified labels came in as imported; who vouches for them says so with `verify-app attest {place} --as NAME`.</source>
        <translation>{folder} の明細には人とプログラムのどちらが確認したかが書かれておらず、このプロジェクトの記録にもないため、確認済みラベル {n} 件は取り込み扱いです。{place} のものは名前のある人が保証できます。</translation>
    </message>
    <message>
        <source>The receipt in {folder} is not one that this project wrote for {name}; export it again.</source>
        <translation>{folder} の明細は、このプロジェクトが {name} について書いたものではありません。書き出し直してください。</translation>
    </message>
    <message>
        <source>The receipt in {path} says what was verified and by whom, and attesting cannot raise that; leave out --attest.</source>
        <translation>{path} の明細に、何を誰が確認したかが書かれています。保証してもそれより強くはなりません。保証せずに行ってください。</translation>
    </message>
    <message>
        <source>The receipt names rules that this program does not know.</source>
        <translation>明細に、このプログラムの知らない規則があります。</translation>
    </message>
    <message>
        <source>The receipt of a pose version names its points, and no other does.</source>
        <translation>pose バージョンの明細だけが点の名前を示します。</translation>
    </message>
    <message>
        <source>The receipt of a version with a parent compares it with that, and no other does.</source>
        <translation>親のあるバージョンの明細だけが、親との比較を記載します。</translation>
    </message>
    <message>
        <source>The receipt of a version with a parent says what has changed since, and no other does.</source>
        <translation>親のあるバージョンの明細だけが、親以降の変更を示します。</translation>
    </message>
    <message>
        <source>The receipt of {version} is not kept in the project, and not in {folder} any more; it was written before versions could be written again.</source>
        <translation>{version} の明細はプロジェクトになく、{folder} にももうありません。書き直しができるようになる前のバージョンです。</translation>
    </message>
    <message>
        <source>The receipt says nothing of the rule {rule}.</source>
        <translation>明細に規則 {rule} の記載がありません。</translation>
    </message>
    <message>
        <source>The receipt says that {name!r} answers for lines, of which nothing is in the version.</source>
        <translation>明細では {name!r} が行に責任を負うとありますが、その行はバージョンにありません。</translation>
    </message>
    <message>
        <source>The receipt says that {rule} measured {stated}; it is {measured}.</source>
        <translation>明細では {rule} は {stated} とありますが、実際は {measured} です。</translation>
    </message>
    <message>
        <source>The receipt states catch rates of others than those who verified its labels.</source>
        <translation>明細の検出率は、ラベルを確認した人たちのものではありません。</translation>
    </message>
    <message>
        <source>The receipt states more images new since the parent than there are in train.</source>
        <translation>明細では、親以降の新しい画像が学習画像より多くなっています。</translation>
    </message>
    <message>
        <source>The receipt states what its schema did not know.</source>
        <translation>明細に、そのスキーマにない内容があります。</translation>
    </message>
    <message>
        <source>The receipt states what its version of the rules did not know.</source>
        <translation>明細に、その版の規則にない内容があります。</translation>
    </message>
    <message>
        <source>The receipt's composition digest is not that of its images and classes.</source>
        <translation>明細の構成ダイジェストが、画像とクラスのものと一致しません。</translation>
    </message>
    <message>
        <source>The receipt's counts are not those of its images.</source>
        <translation>明細の件数が画像と一致しません。</translation>
    </message>
    <message>
        <source>The receipt's interval of {name!r} is not that of {caught} caught of {shown}.</source>
        <translation>明細の {name!r} の区間が、{shown} 件中 {caught} 件を見つけた場合と一致しません。</translation>
    </message>
    <message>
        <source>The receipt's models are not those behind its unverified labels.</source>
        <translation>明細のモデルが、未確認ラベルの元になったモデルと一致しません。</translation>
    </message>
    <message>
        <source>The receipt's policy is none this program allows: {reason}</source>
        <translation>明細のポリシーは、このプログラムでは許されません: {reason}</translation>
    </message>
    <message>
        <source>The receipt's rules are not those of this program.</source>
        <translation>明細の規則が、このプログラムのものではありません。</translation>
    </message>
    <message>
        <source>The receipt's shares by class are not those of its images.</source>
        <translation>明細のクラス別の割合が画像と一致しません。</translation>
    </message>
    <message>
        <source>The receipt's {file} is not the one for its classes and splits.</source>
        <translation>明細の {file} は、そのクラスと分割のものではありません。</translation>
    </message>
    <message>
        <source>The receipt's {rule}</source>
        <translation>明細の {rule}</translation>
    </message>
    <message>
        <source>The rule {rule} does not hold: {measured} where {demanded} is demanded.</source>
        <translation>規則 {rule} が守られていません: {demanded} が必要ですが {measured} です。</translation>
    </message>
    <message>
        <source>The rule {rule} is hard: nobody can override it.</source>
        <translation>規則 {rule} は絶対で、例外は認められません。</translation>
    </message>
    <message>
        <source>The rule {rule} is overridden twice; name it once.</source>
        <translation>規則 {rule} の例外が 2 回あります。1 回だけ指定してください。</translation>
    </message>
    <message>
        <source>The run and the labels do not differ like this any more; look again.</source>
        <translation>予測とラベルは、もうこのように違ってはいません。もう一度見てください。</translation>
    </message>
    <message>
        <source>The sample cannot be written to {folder}: {reason}.</source>
        <translation>サンプルを {folder} に書き込めません: {reason}。</translation>
    </message>
    <message>
        <source>The sample project is in {folder}.</source>
        <translation>サンプルは {folder} にあります。</translation>
    </message>
    <message>
        <source>The scratch copy of the dataset in {folder} could not be made ({reason}); make room there or choose another work folder.</source>
        <translation>データセットの作業用コピーを {folder} に作れません（{reason}）。空きを作るか、別の作業フォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The seen share</source>
        <translation>ウィンドウで見た割合</translation>
    </message>
    <message>
        <source>The settings and the class list cannot be read: {reason}.</source>
        <translation>設定とクラス一覧を読み込めません: {reason}。</translation>
    </message>
    <message>
        <source>The settings cannot be saved in {folder}: {reason}.</source>
        <translation>設定を {folder} に保存できません: {reason}。</translation>
    </message>
    <message>
        <source>The settings in {file} are damaged; the defaults are used.</source>
        <translation>{file} の設定が壊れています。既定値を使います。</translation>
    </message>
    <message>
        <source>The settings in {file} cannot be read ({reason}); the defaults are used.</source>
        <translation>{file} の設定を読み込めません（{reason}）。既定値を使います。</translation>
    </message>
    <message>
        <source>The settings were damaged and are back at their defaults; the old file is {aside}.</source>
        <translation>設定が壊れていたため既定値に戻しました。古いファイルは {aside} です。</translation>
    </message>
    <message>
        <source>The share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>The source counts as synthetic; say why all of it is {origin} with --reason.</source>
        <translation>ソースは合成とみなされています。すべてが {origin} である理由を書いてください。</translation>
    </message>
    <message>
        <source>The split is {text!r}; write percentages of train, val and test that make 100, such as 80/10/10 or 80/20, with some for train and val.</source>
        <translation>分割が {text!r} です。合計 100 になる train、val、test のパーセント（80/10/10 や 80/20 など、train と val は 0 より大きく）を書いてください。</translation>
    </message>
    <message>
        <source>The summary of image {image_id} is not what its evidence says.</source>
        <translation>画像 {image_id} の要約が、その根拠と違います。</translation>
    </message>
    <message>
        <source>The task {task} is not supported; choose one of: {tasks}.</source>
        <translation>タスク {task} には対応していません。次から選んでください: {tasks}。</translation>
    </message>
    <message>
        <source>The trainer knows no setting {names}; did you mean {near}?</source>
        <translation>学習に設定 {names} はありません。{near} のことですか？</translation>
    </message>
    <message>
        <source>The trainer knows no setting {names}; see the settings of Ultralytics training.</source>
        <translation>学習に設定 {names} はありません。Ultralytics の学習設定を参照してください。</translation>
    </message>
    <message>
        <source>The trainer refused to start: {reason}; change the base or that setting.</source>
        <translation>学習を開始できませんでした: {reason}。元のモデルかその設定を変えてください。</translation>
    </message>
    <message>
        <source>The trainer setting {name} is given twice; keep one.</source>
        <translation>学習の設定 {name} が 2 回あります。1 つにしてください。</translation>
    </message>
    <message>
        <source>The version has no image in {split}, so nothing can be trained on it.</source>
        <translation>バージョンの {split} に画像がないため、学習できません。</translation>
    </message>
    <message>
        <source>The version is not what its receipt says: {problem}</source>
        <translation>バージョンが明細と一致しません: {problem}</translation>
    </message>
    <message>
        <source>The version needs {need}, {free} free.</source>
        <translation>バージョンに {need} 必要です（空き {free}）。</translation>
    </message>
    <message>
        <source>The version needs {need}, {free} free; `--link` needs none.</source>
        <translation>バージョンには {need} 必要で、空きは {free} です。リンクなら要りません。</translation>
    </message>
    <message>
        <source>The version needs {need}, {free} free; `--link` needs {links}.</source>
        <translation>バージョンには {need} 必要で、空きは {free} です。リンクなら {links} で済みます。</translation>
    </message>
    <message>
        <source>The version {folder} is not what its receipt says: {problem}</source>
        <translation>バージョン {folder} が明細と一致しません: {problem}</translation>
    </message>
    <message>
        <source>The version {folder} is not what its receipt says: {problem} (and {more} more; `verify-app verify-version` lists them)</source>
        <translation>バージョン {folder} は明細と一致しません：{problem}（ほか {more} 件）</translation>
    </message>
    <message>
        <source>The version {version} has no receipt that can be read; export it again.</source>
        <translation>バージョン {version} に読める明細がありません。書き出し直してください。</translation>
    </message>
    <message>
        <source>The video does not say how many frames it has a second; use --every instead of --fps.</source>
        <translation>動画に毎秒のフレーム数がありません。代わりに、何フレームおきかを指定してください。</translation>
    </message>
    <message>
        <source>The video is damaged or cut short, or its codec is unknown; convert it to MP4 (H.264).</source>
        <translation>動画が壊れているか途中で切れているか、コーデックが不明です。MP4 (H.264) に変換してください。</translation>
    </message>
    <message>
        <source>The weights of {model} are missing: {file}. Put them back or add the model again.</source>
        <translation>{model} の重みがありません: {file}。元に戻すか、モデルを追加し直してください。</translation>
    </message>
    <message>
        <source>The window could not be opened (exit code {code}); the sample project is in {folder}.</source>
        <translation>ウィンドウを開けませんでした（終了コード {code}）。サンプルは {folder} にあります。</translation>
    </message>
    <message>
        <source>There are no label files in {path}. If its folders are classes, they are labels of whole images: for a project of that task (classify).</source>
        <translation>{path} にラベルファイルがありません。フォルダーがクラスを表す場合は画像全体のラベルです。そのタスク (classify) のプロジェクトに追加してください。</translation>
    </message>
    <message>
        <source>There are no labels in {path} that this program knows; if there are some, name their format (--labels; in the window: Bring in).</source>
        <translation>{path} に、このプログラムが知る形式のラベルはありません。ある場合は「取り込む内容」で形式を選んでください。</translation>
    </message>
    <message>
        <source>There are no lines to take responsibility for.</source>
        <translation>責任を引き受ける行がありません。</translation>
    </message>
    <message>
        <source>There are no published weights {name!r}; the names are yolo26n.pt, s, m, l and x, and the same with -seg, -obb, -pose or -cls, as in yolo26n-seg.pt.</source>
        <translation>公開された重み {name!r} はありません。名前は yolo26n.pt と s、m、l、x、またそれに -seg、-obb、-pose、-cls を付けたもの（例: yolo26n-seg.pt）です。</translation>
    </message>
    <message>
        <source>There are {n} files *.json in {place}; name the one to read.</source>
        <translation>{place} に *.json が {n} 件あります。読むものを指定してください。</translation>
    </message>
    <message>
        <source>There are {n} files {pattern} in {folder}; name the one to read.</source>
        <translation>{folder} に {pattern} が {n} 件あります。読むものを指定してください。</translation>
    </message>
    <message>
        <source>There is already a project in {folder}; open it instead.</source>
        <translation>{folder} にはすでにプロジェクトがあります。それを開いてください。</translation>
    </message>
    <message>
        <source>There is no DOTA label file (.txt) with an object in {place}.</source>
        <translation>{place} に、物体のある DOTA ラベルファイル (.txt) がありません。</translation>
    </message>
    <message>
        <source>There is no YOLO label file (.txt) for the pictures in {path}. Add the folder that holds both, or the pictures alone (--labels none; in the window: Images only).</source>
        <translation>{path} の画像に対応する YOLO ラベルファイル（.txt）がありません。両方を含むフォルダーを追加するか、「画像のみ」を選んでください。</translation>
    </message>
    <message>
        <source>There is no class {name}; the classes are: {names}.</source>
        <translation>クラス {name} はありません。クラスは: {names}。</translation>
    </message>
    <message>
        <source>There is no device '{device}' on this machine; choose one of {places}.</source>
        <translation>このマシンにデバイス '{device}' はありません。次から選んでください: {places}。</translation>
    </message>
    <message>
        <source>There is no device {device} on this machine; choose one of {here}.</source>
        <translation>このマシンにデバイス {device} はありません。次から選んでください: {here}。</translation>
    </message>
    <message>
        <source>There is no engine {engine!r}; choose one of {engines}.</source>
        <translation>エンジン {engine!r} はありません。次から選んでください: {engines}。</translation>
    </message>
    <message>
        <source>There is no file or folder {path}.</source>
        <translation>{path} というファイルやフォルダーはありません。</translation>
    </message>
    <message>
        <source>There is no filter called {name}; there are: {known}.</source>
        <translation>フィルター {name} はありません。あるのは: {known}。</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>フォルダー {folder} はありません。</translation>
    </message>
    <message>
        <source>There is no gold image to measure on: reserve real images for gold (`verify-app gold reserve`, or in the image list) and verify them. Images that were only attested do not count: open them and press Space (Shift+Space where nothing is on them).</source>
        <translation>測定に使うゴールド画像がありません。画像リストで実画像をゴールドに確保し、確認してください。保証されただけの画像は数えません。開いて Space を押してください（何も写っていなければ Shift+Space）。</translation>
    </message>
    <message>
        <source>There is no gold image to measure on: reserve real images for gold and verify them.</source>
        <translation>測るためのgold 画像がありません。実写画像をgold 用に取り分けて確認してください。</translation>
    </message>
    <message>
        <source>There is no image in the project.</source>
        <translation>プロジェクトに画像がありません。</translation>
    </message>
    <message>
        <source>There is no image {name} in the project.</source>
        <translation>プロジェクトに画像 {name} はありません。</translation>
    </message>
    <message>
        <source>There is no label file (.txt) in {labels} for the pictures in {place}.</source>
        <translation>{labels} に、{place} の画像に対応するラベルファイル (.txt) がありません。</translation>
    </message>
    <message>
        <source>There is no labelme file (.json with shapes) in {place}.</source>
        <translation>{place} に labelme ファイル（shapes のある .json）がありません。</translation>
    </message>
    <message>
        <source>There is no model file {file}; check the path.</source>
        <translation>モデルファイル {file} がありません。パスを確かめてください。</translation>
    </message>
    <message>
        <source>There is no model or file {name}; models of the project: {known}.</source>
        <translation>モデルもファイルも {name} はありません。プロジェクトのモデル: {known}。</translation>
    </message>
    <message>
        <source>There is no model to measure.</source>
        <translation>測るモデルがありません。</translation>
    </message>
    <message>
        <source>There is no model yet that could predict.</source>
        <translation>予測できるモデルがまだありません。</translation>
    </message>
    <message>
        <source>There is no model {model}; check the path.</source>
        <translation>モデル {model} がありません。パスを確かめてください。</translation>
    </message>
    <message>
        <source>There is no model {name} in the project; its models: {names}.</source>
        <translation>プロジェクトに {name} というモデルはありません。あるモデル：{names}。</translation>
    </message>
    <message>
        <source>There is no picture in {path}, only 1 label file; say in which folder their pictures are (--images; in the window: Images are in).</source>
        <translation>{path} に画像がなく、ラベルファイルが 1 つあるだけです。「画像の場所」で画像のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>There is no picture in {path}, only {n} label files; say in which folder their pictures are (--images; in the window: Images are in).</source>
        <translation>{path} に画像がなく、ラベルファイルが {n} 個あるだけです。「画像の場所」で画像のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>There is no picture in {place}.</source>
        <translation>{place} に画像がありません。</translation>
    </message>
    <message>
        <source>There is no picture to add in {places}.</source>
        <translation>{places} に追加できる画像がありません。</translation>
    </message>
    <message>
        <source>There is no project in {folder}; make one with `verify-app init {folder}`.</source>
        <translation>{folder} にプロジェクトはありません。「新規プロジェクト」で {folder} に作ってください。</translation>
    </message>
    <message>
        <source>There is no readable VOC file (.xml) in {place}.</source>
        <translation>{place} に読める VOC ファイル (.xml) がありません。</translation>
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
        <source>There is no rule {name!r}; there are {known} and [[override]].</source>
        <translation>規則 {name!r} はありません。あるのは {known} と [[override]] です。</translation>
    </message>
    <message>
        <source>There is no rule {rule!r} to override; soft rules are {soft}.</source>
        <translation>例外にできる規則 {rule!r} はありません。例外にできるのは {soft} です。</translation>
    </message>
    <message>
        <source>There is no saved filter called {name}.</source>
        <translation>{name} という保存したフィルターはありません。</translation>
    </message>
    <message>
        <source>There is no source {name}; the sources are: {known}.</source>
        <translation>ソース {name} はありません。ソースは: {known}。</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>そのようなファイルやフォルダーはありません。</translation>
    </message>
    <message>
        <source>There is no version to compare with yet; export one first.</source>
        <translation>比較するバージョンがまだありません。まずエクスポートしてください。</translation>
    </message>
    <message>
        <source>There is no version yet; export the first one.</source>
        <translation>まだバージョンがありません。最初のバージョンを書き出してください。</translation>
    </message>
    <message>
        <source>There is no version {name} and no folder with a receipt there; versions: {names}.</source>
        <translation>バージョン {name} も、そこに明細のあるフォルダーもありません。バージョンは: {names}。</translation>
    </message>
    <message>
        <source>There is no version {name} to compare with; versions: {names}.</source>
        <translation>比較するバージョン {name} はありません。バージョン：{names}。</translation>
    </message>
    <message>
        <source>There is no version {name} to follow; versions: {names}.</source>
        <translation>引き継ぐバージョン {name} はありません。バージョンは: {names}。</translation>
    </message>
    <message>
        <source>There is no version {name}; versions: {names}.</source>
        <translation>バージョン {name} はありません。バージョンは: {names}。</translation>
    </message>
    <message>
        <source>There is no video {video}.</source>
        <translation>動画 {video} はありません。</translation>
    </message>
    <message>
        <source>There is no {key} {value}; there are: {known}.</source>
        <translation>{key} {value} はありません。あるのは: {known}。</translation>
    </message>
    <message>
        <source>There is no {path}; check how it is written.</source>
        <translation>{path} はありません。綴りを確かめてください。</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of {width:,} x {height:,} pixels; scale it down or cut it into tiles.</source>
        <translation>{width:,} x {height:,} ピクセルの画像にはメモリが足りません。縮小するか分割してください。</translation>
    </message>
    <message>
        <source>There is not enough memory for this; close other programs, or hand over less.</source>
        <translation>メモリが足りません。ほかのプログラムを閉じるか、一度に渡す量を減らしてください。</translation>
    </message>
    <message>
        <source>There is nothing of {name}'s left to undo.</source>
        <translation>{name} の操作で元に戻せるものはもうありません。</translation>
    </message>
    <message>
        <source>There is nothing of {name}'s left to undo; what was decided elsewhere is undone there.</source>
        <translation>{name} の操作で元に戻せるものはもうありません。別の所で決定したことはそこで元に戻します。</translation>
    </message>
    <message>
        <source>There is nothing of {name}'s to redo.</source>
        <translation>{name} の操作でやり直せるものはありません。</translation>
    </message>
    <message>
        <source>There is nothing of {name}'s to redo; what was decided elsewhere is undone there.</source>
        <translation>{name} の操作でやり直せるものはありません。別の所で決定したことはそこで元に戻します。</translation>
    </message>
    <message>
        <source>There is nothing to play through: it needs verified objects and the recall of their classes.</source>
        <translation>シミュレーションできるものがありません。確認済みの物体と、そのクラスの再現率が必要です。</translation>
    </message>
    <message>
        <source>These lines are more than {most} MB; hand them over in several files.</source>
        <translation>行が {most} MB を超えています。複数のファイルに分けて渡してください。</translation>
    </message>
    <message>
        <source>These weights are in the project already, as {known}: trained on {version}, not on {name}; one of both is wrong.</source>
        <translation>この重みは {known} としてすでにプロジェクトにあり、{name} ではなく {version} で学習とされています。どちらかが誤りです。</translation>
    </message>
    <message>
        <source>This ONNX Runtime cannot use '{device}' (install onnxruntime-gpu in place of onnxruntime); choose 'cpu' or the engine 'ultralytics'.</source>
        <translation>この ONNX Runtime では '{device}' を使えません（onnxruntime の代わりに onnxruntime-gpu をインストール）。'cpu' かエンジン 'ultralytics' を選んでください。</translation>
    </message>
    <message>
        <source>This class is not in the class list any more.</source>
        <translation>このクラスはもうクラス一覧にありません。</translation>
    </message>
    <message>
        <source>This class is not in the class list any more; pick another one.</source>
        <translation>このクラスはもうクラス一覧にありません。別のクラスを選んでください。</translation>
    </message>
    <message>
        <source>This computer's clock says {time}, which is past; set it: every decision carries the time.</source>
        <translation>このコンピューターの時計は {time} で、過去の時刻です。判定には必ず時刻が付くので、時計を合わせてください。</translation>
    </message>
    <message>
        <source>This difference has been settled; look again.</source>
        <translation>この差異は解決済みです。もう一度見てください。</translation>
    </message>
    <message>
        <source>This has been answered before; the first decision counts.</source>
        <translation>これには回答済みです。最初の決定が有効です。</translation>
    </message>
    <message>
        <source>This image</source>
        <translation>この画像</translation>
    </message>
    <message>
        <source>This image has changed since; go on to the next one.</source>
        <translation>この画像はその後変わりました。次へ進んでください。</translation>
    </message>
    <message>
        <source>This image is drawn blind; complete it first.</source>
        <translation>これはブラインド画像です。先に完了してください。</translation>
    </message>
    <message>
        <source>This image is drawn blind; what a model predicted is hidden until it is complete.</source>
        <translation>これはブラインド画像です。モデルの予測は完了するまで隠されます。</translation>
    </message>
    <message>
        <source>This image is flagged as unsure; clear the flag ({key_flag}) before you complete it.</source>
        <translation>この画像には要検討の印があります。完了する前に外してください（{key_flag}）。</translation>
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
        <source>This image was shown to somebody else.</source>
        <translation>この画像は別の人に表示されました。</translation>
    </message>
    <message>
        <source>This is a simulation of counts of labels, not a forecast: no model is trained.</source>
        <translation>これはラベル数のシミュレーションで、予測ではありません。モデルは学習しません。</translation>
    </message>
    <message>
        <source>This is no TOML: {reason}. `verify-app policy example` writes one that is.</source>
        <translation>TOML ではありません: {reason}。`verify-app policy example` で例を書き出せます。</translation>
    </message>
    <message>
        <source>This is not a picture this program reads (JPEG, PNG, WebP, TIFF, BMP, GIF, AVIF, JPEG 2000), whatever its name says; convert it or leave it out.</source>
        <translation>名前がどうであれ、このプログラムが読める画像（JPEG、PNG、WebP、TIFF、BMP、GIF、AVIF、JPEG 2000）ではありません。変換するか、外してください。</translation>
    </message>
    <message>
        <source>This line has characters that no text has (lone surrogates); write them as they are.</source>
        <translation>この行に、テキストにありえない文字（孤立サロゲート）があります。そのままの文字で書いてください。</translation>
    </message>
    <message>
        <source>This line is not JSON: {reason}.</source>
        <translation>この行は JSON ではありません: {reason}。</translation>
    </message>
    <message>
        <source>This model gives {points} an object, the project has {wanted}; use a model that was trained on the same points.</source>
        <translation>このモデルは物体ごとに {points}を出しますが、プロジェクトは {wanted} 個です。同じ点で学習したモデルを使ってください。</translation>
    </message>
    <message>
        <source>This model is for {task}, the project for {own_task}; use a model for {suitable}.</source>
        <translation>このモデルは {task} 用、プロジェクトは {own_task} 用です。{suitable} 用のモデルを使ってください。</translation>
    </message>
    <message>
        <source>This needs "id": that of a proposal ("P12") or a label ("L7"), as `labels` prints it.</source>
        <translation>"id" が必要です: `labels` が表示する候補 ("P12") かラベル ("L7") の ID。</translation>
    </message>
    <message>
        <source>This needs PyTorch and Ultralytics, which cannot be loaded here ({reason}); install them (pip install torch torchvision ultralytics), or use a model in .onnx form, which needs neither.</source>
        <translation>PyTorch と Ultralytics が必要ですが、読み込めません（{reason}）。インストールするか (pip install torch torchvision ultralytics)、どちらも要らない .onnx 形式のモデルを使ってください。</translation>
    </message>
    <message>
        <source>This needs the engine add-on (PyTorch and Ultralytics), which cannot be loaded here ({reason}); install verify-app-engine {version}, or use a model in .onnx form, which needs neither: it can be converted on another computer (verify-app model convert).</source>
        <translation>これにはエンジン追加パッケージ（PyTorch と Ultralytics）が必要ですが、ここでは読み込めません（{reason}）。verify-app-engine {version} をインストールするか、どちらも要らない .onnx 形式のモデルを使ってください。</translation>
    </message>
    <message>
        <source>This object is not on the image any more; look again.</source>
        <translation>この物体はもう画像にありません。もう一度見てください。</translation>
    </message>
    <message>
        <source>This project's objects are given as {wanted}, not as {given}.</source>
        <translation>このプロジェクトの物体は {wanted} で表します。{given} ではありません。</translation>
    </message>
    <message>
        <source>This suggestion is not on the image any more; look again.</source>
        <translation>この提案はもう画像上にありません。もう一度見てください。</translation>
    </message>
    <message>
        <source>This would leave out more than half of the candidates ({images}). {plan} To export all the same, say --yes.</source>
        <translation>候補の半分以上（{images}）が除外されます。{plan} それでもエクスポートするには、下で同意してください。</translation>
    </message>
    <message>
        <source>Too few gold images to tell: {figures}; at least {least} are needed.</source>
        <translation>gold 画像が少なすぎて判断できません: {figures}。{least} 枚以上必要です。</translation>
    </message>
    <message>
        <source>Too few gold images to tell: {figures}; the interval holds 0 and is wider than {width} points.</source>
        <translation>gold 画像が少なすぎて判断できません: {figures}。区間が 0 を含み、幅が {width} ポイントを超えています。</translation>
    </message>
    <message>
        <source>Took in {images}, {found}.</source>
        <translation>{images}、{found}を取り込みました。</translation>
    </message>
    <message>
        <source>Took in {n} images, {found} predictions</source>
        <translation>画像 {n} 枚、予測 {found} 件を取り込みました</translation>
    </message>
    <message>
        <source>Trained {model} (round {round}, depth {depth}).</source>
        <translation>{model} を学習しました（ラウンド {round}、深さ {depth}）。</translation>
    </message>
    <message>
        <source>Trained {model} (round {round}, depth {depth}): {figure} {score:.3f} on val.
Evaluate it beside the old model on gold before you use it.</source>
        <translation>{model} を学習しました（ラウンド {round}、深さ {depth}）: val での {figure} は {score:.3f} です。
使う前に、gold で古いモデルと並べて評価してください。</translation>
    </message>
    <message>
        <source>Training came apart (the loss is no number any more); choose a smaller lr0 and train again.</source>
        <translation>学習が破綻しました（損失が数でなくなりました）。lr0 を小さくして、もう一度学習してください。</translation>
    </message>
    <message>
        <source>Training could not read or write a file ({reason}); make room and train again.</source>
        <translation>学習中にファイルを読み書きできませんでした（{reason}）。空きを作って、もう一度学習してください。</translation>
    </message>
    <message>
        <source>Training decides {names} itself ({reasons}); leave them out.</source>
        <translation>{names} は学習側で決まります（{reasons}）。省いてください。</translation>
    </message>
    <message>
        <source>Training decides {name} itself ({reasons}); leave it out.</source>
        <translation>{name} は学習側で決まります（{reasons}）。省いてください。</translation>
    </message>
    <message>
        <source>Training ran out of memory; choose a smaller batch, or smaller images (imgsz).</source>
        <translation>学習中にメモリが足りなくなりました。バッチか画像 (imgsz) を小さくしてください。</translation>
    </message>
    <message>
        <source>Training stopped before the first epoch, because the trainer did not load what the receipt of {version} states: {found} (set: {settings}); train on the unchanged version without settings that leave out or change labels.</source>
        <translation>学習を最初のエポックの前に止めました。{version} の明細どおりのデータが読み込まれなかったためです: {found}（設定: {settings}）。変更のないバージョンで、ラベルを省いたり変えたりする設定なしに学習してください。</translation>
    </message>
    <message>
        <source>Training stopped before the first epoch, because the trainer did not load what the receipt of {version} states: {found}; train on the unchanged version without settings that leave out or change labels.</source>
        <translation>学習を最初のエポックの前に止めました。{version} の明細どおりのデータが読み込まれなかったためです: {found}。変更のないバージョンで、ラベルを省いたり変えたりする設定なしに学習してください。</translation>
    </message>
    <message>
        <source>Training stopped before the first epoch, because the trainer's images and labels do not belong together; train without callbacks or datasets that change them.</source>
        <translation>学習を最初のエポックの前に止めました。読み込まれた画像とラベルが対応していないためです。それらを変えるコールバックやデータセットなしで学習してください。</translation>
    </message>
    <message>
        <source>Ultralytics cannot use 1 gold image (first: {file}) with {model}; mend or remove it.</source>
        <translation>Ultralytics は {model} で gold 画像 1 枚（{file}）を使えません。直すか外してください。</translation>
    </message>
    <message>
        <source>Ultralytics cannot use {n} gold images (first: {file}) with {model}; mend or remove them.</source>
        <translation>Ultralytics は {model} で gold 画像 {n} 枚を使えません（最初は {file}）。直すか外してください。</translation>
    </message>
    <message>
        <source>Ultralytics has no model {name}; use a name such as yolo26n.yaml, or the path of a .pt file.</source>
        <translation>Ultralytics にモデル {name} はありません。yolo26n.yaml のような名前か、.pt ファイルのパスを使ってください。</translation>
    </message>
    <message>
        <source>Ultralytics reads no files without an ending; convert it to PNG or JPEG.</source>
        <translation>Ultralytics は拡張子のないファイルを読みません。PNG か JPEG に変換してください。</translation>
    </message>
    <message>
        <source>Ultralytics reads no {form} inside a {suffix} file; convert it to PNG or JPEG.</source>
        <translation>Ultralytics は {suffix} ファイルの中の {form} を読みません。PNG か JPEG に変換してください。</translation>
    </message>
    <message>
        <source>Ultralytics reads no {suffix}; convert it to PNG or JPEG.</source>
        <translation>Ultralytics は {suffix} を読みません。PNG か JPEG に変換してください。</translation>
    </message>
    <message>
        <source>Ultralytics reads this kind of TIFF ({mode}) wrongly; convert it to PNG or JPEG.</source>
        <translation>Ultralytics はこの種の TIFF ({mode}) を正しく読みません。PNG か JPEG に変換してください。</translation>
    </message>
    <message>
        <source>Ultralytics rejects pictures with a side under {side} pixels.</source>
        <translation>Ultralytics は辺が {side} ピクセル未満の画像を受け付けません。</translation>
    </message>
    <message>
        <source>Ultralytics takes this PNG's width for its height (its EXIF data come last); save it again.</source>
        <translation>Ultralytics はこの PNG の幅と高さを取り違えます（EXIF が末尾にあるため）。保存し直してください。</translation>
    </message>
    <message>
        <source>Ultralytics would drop labels: {problem}</source>
        <translation>Ultralytics がラベルを捨ててしまいます: {problem}</translation>
    </message>
    <message>
        <source>Unusable and left out: {n}.</source>
        <translation>使えないため除外: {n} 枚。</translation>
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
        <source>Verify more real images of the classes that lost ground, then start the cycle again.</source>
        <translation>悪くなったクラスの実写画像をもっと確認してから、サイクルをもう一度始めてください。</translation>
    </message>
    <message>
        <source>Verify the 1 real image that is left and add {more} more to keep all {all}.</source>
        <translation>残りの実写画像 1 枚を確認し、さらに {more} 枚を追加すると、{all} 枚すべてを残せます。</translation>
    </message>
    <message>
        <source>Verify the 1 real image that is left and add {more} more with {hold} to keep all {all}.</source>
        <translation>残りの実写画像 1 枚を確認し、さらに {more} 枚を追加すると（{hold}）、{all} 枚すべてを残せます。</translation>
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
        <source>Version {name}: {n} images to train on, real share {share}.</source>
        <translation>バージョン {name}：学習用の画像 {n} 枚、実写率 {share}。</translation>
    </message>
    <message>
        <source>Versions as a whole</source>
        <translation>バージョン全体</translation>
    </message>
    <message>
        <source>Waiting for images</source>
        <translation>画像を待っています</translation>
    </message>
    <message>
        <source>What</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>What became of predictions, on images that came by chance</source>
        <translation>偶然に選ばれた画像での予測の結果</translation>
    </message>
    <message>
        <source>What came since {name}</source>
        <translation>{name} より後に加わったもの</translation>
    </message>
    <message>
        <source>What image {image_id} tells of its model is not what its evidence says.</source>
        <translation>画像 {image_id} からわかるモデルの成績が、その根拠と違います。</translation>
    </message>
    <message>
        <source>What is unusual</source>
        <translation>普段と違うところ</translation>
    </message>
    <message>
        <source>What pictures look like (KID)</source>
        <translation>画像の見た目（KID）</translation>
    </message>
    <message>
        <source>What pictures look like (MMD²)</source>
        <translation>画像の見た目（MMD²）</translation>
    </message>
    <message>
        <source>What the project keeps of {name} is not what its receipt says; the project is damaged.</source>
        <translation>プロジェクトに保存された {name} の内容が明細と一致しません。プロジェクトが壊れています。</translation>
    </message>
    <message>
        <source>What the receipt compares with its parent is not what is in the version.</source>
        <translation>明細にある親との比較が、バージョンの中身と一致しません。</translation>
    </message>
    <message>
        <source>What the receipt states of its parent cannot be so.</source>
        <translation>明細にある親の記載はありえません。</translation>
    </message>
    <message>
        <source>What versions added</source>
        <translation>各バージョンで加わったもの</translation>
    </message>
    <message>
        <source>What {name} added</source>
        <translation>{name} で加わったもの</translation>
    </message>
    <message>
        <source>Without {rule} {n} fewer would stay out.</source>
        <translation>{rule} がなければ、除外が {n} 枚減ります。</translation>
    </message>
    <message>
        <source>Workload: images that were chosen, which say nothing of a model</source>
        <translation>作業量：選ばれた画像での結果で、モデルについては何も示しません</translation>
    </message>
    <message>
        <source>Would write</source>
        <translation>書き出す内容:</translation>
    </message>
    <message>
        <source>Write a trainer setting as name=value, such as lr0=0.001, not “{word}”.</source>
        <translation>学習の設定は lr0=0.001 のように name=value と書きます。“{word}” は違います。</translation>
    </message>
    <message>
        <source>Wrote {labels} of {images} to {place}.</source>
        <translation>{images}の{labels}を {place} に書き出しました。</translation>
    </message>
    <message>
        <source>Wrote {version} to {out} again, byte for byte.
receipt {receipt}</source>
        <translation>{version} を {out} に、1 バイトも違わず書き直しました。
明細 {receipt}</translation>
    </message>
    <message>
        <source>Wrote {version} to {place}:</source>
        <translation>{version} を {place} に書き出しました:</translation>
    </message>
    <message>
        <source>XML of another kind (&lt;{tag}&gt;) and no VOC annotation</source>
        <translation>別種の XML (&lt;{tag}&gt;) で、VOC のラベルではありません</translation>
    </message>
    <message>
        <source>a SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>a bbox that is not x, y, width, height</source>
        <translation>x, y, width, height でない bbox</translation>
    </message>
    <message>
        <source>a bbox with a negative side</source>
        <translation>負の辺を持つ bbox</translation>
    </message>
    <message>
        <source>a box</source>
        <translation>ボックス</translation>
    </message>
    <message>
        <source>a box that is not x, y, width, height</source>
        <translation>x, y, width, height でないボックス</translation>
    </message>
    <message>
        <source>a box whose xbr or ybr is less than its xtl or ytl</source>
        <translation>xbr か ybr が xtl か ytl より小さいボックス</translation>
    </message>
    <message>
        <source>a box whose xmax or ymax is less than its xmin or ymin</source>
        <translation>xmax か ymax が xmin か ymin より小さいボックス</translation>
    </message>
    <message>
        <source>a box with a negative side</source>
        <translation>負の辺を持つボックス</translation>
    </message>
    <message>
        <source>a box without an angle where an oriented box has 9 (its class and four corners)</source>
        <translation>角度のないボックス。回転ボックスは 9 列（クラスと 4 つの角）</translation>
    </message>
    <message>
        <source>a box without points where an object with {points} points has {wanted}</source>
        <translation>点のないボックス。点が {points} 個の物体は {wanted} 列</translation>
    </message>
    <message>
        <source>a box, where every row is an outline; Ultralytics takes no file that mixes them</source>
        <translation>どの行も輪郭なのにボックス。Ultralytics は混在したファイルを受け付けません</translation>
    </message>
    <message>
        <source>a circle or an ellipse without an area</source>
        <translation>面積のない円または楕円</translation>
    </message>
    <message>
        <source>a circle that is not its centre and a point on it</source>
        <translation>中心と円周上の点で表されていない円</translation>
    </message>
    <message>
        <source>a class of the whole image</source>
        <translation>画像全体のクラス</translation>
    </message>
    <message>
        <source>a class that is gone {n} fewer</source>
        <translation>なくなったクラスが {n} 個減</translation>
    </message>
    <message>
        <source>a classified image has a folder for its class and no label rows</source>
        <translation>分類画像のクラスはフォルダーで表し、ラベル行はありません</translation>
    </message>
    <message>
        <source>a column that is no number</source>
        <translation>数でない列</translation>
    </message>
    <message>
        <source>a coordinate of {number:g}, far outside every image</source>
        <translation>どの画像からも遠く外れた座標 {number:g}</translation>
    </message>
    <message>
        <source>a coordinate outside 0 to 1</source>
        <translation>0 から 1 の範囲外の座標</translation>
    </message>
    <message>
        <source>a coordinate that is no number</source>
        <translation>数でない座標</translation>
    </message>
    <message>
        <source>a coordinate that is not finite</source>
        <translation>有限でない座標</translation>
    </message>
    <message>
        <source>a crowd: a region of many objects is no object</source>
        <translation>群衆: 多数の物体の領域は 1 つの物体ではありません</translation>
    </message>
    <message>
        <source>a group of oriented rectangles</source>
        <translation>回転した長方形のグループ</translation>
    </message>
    <message>
        <source>a group of shapes with several labels</source>
        <translation>複数のラベルを持つ図形のグループ</translation>
    </message>
    <message>
        <source>a group with a {shape}, which has no area</source>
        <translation>面積のない {shape} を含むグループ</translation>
    </message>
    <message>
        <source>a keypoint whose visibility is not 0, 1 or 2</source>
        <translation>可視性が 0、1、2 のいずれでもないキーポイント</translation>
    </message>
    <message>
        <source>a kind of shape that has no area</source>
        <translation>面積のない種類の図形</translation>
    </message>
    <message>
        <source>a label in {place}</source>
        <translation>{place} のラベル</translation>
    </message>
    <message>
        <source>a link that leads out of {root}</source>
        <translation>{root} の外へ出るリンク</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>a list of {n}</source>
        <translation>{n} 個の値の一覧</translation>
    </message>
    <message>
        <source>a mask that cannot be unpacked</source>
        <translation>展開できないマスク</translation>
    </message>
    <message>
        <source>a mask that is too large</source>
        <translation>大きすぎるマスク</translation>
    </message>
    <message>
        <source>a mask that lies outside its image</source>
        <translation>画像の外にあるマスク</translation>
    </message>
    <message>
        <source>a mask whose runs are no whole numbers</source>
        <translation>ランが整数でないマスク</translation>
    </message>
    <message>
        <source>a mask whose runs do not fill it</source>
        <translation>ランの合計が合わないマスク</translation>
    </message>
    <message>
        <source>a mask without a pixel</source>
        <translation>画素のないマスク</translation>
    </message>
    <message>
        <source>a mask without a size, or too large</source>
        <translation>サイズがないか大きすぎるマスク</translation>
    </message>
    <message>
        <source>a model for {task} instead of {wanted}</source>
        <translation>{wanted} ではなく {task} のモデル</translation>
    </message>
    <message>
        <source>a part of the list breaks the mix the receipt states</source>
        <translation>一部だけでは、明細の配合が崩れる</translation>
    </message>
    <message>
        <source>a point that is no [x, y]</source>
        <translation>[x, y] でない点</translation>
    </message>
    <message>
        <source>a point whose visibility is not 0, 1 or 2</source>
        <translation>可視性が 0、1、2 のいずれでもない点</translation>
    </message>
    <message>
        <source>a point {name} that is not one place</source>
        <translation>1 か所に定まらない点 {name}</translation>
    </message>
    <message>
        <source>a point {name}, which the project's skeleton does not have</source>
        <translation>プロジェクトの骨格にない点 {name}</translation>
    </message>
    <message>
        <source>a point's visibility is {number:g} and not 0, 1 or 2, so it was written by a model</source>
        <translation>点の可視性が {number:g} で、0、1、2 のいずれでもないので、モデルが書いたもの</translation>
    </message>
    <message>
        <source>a program suggested it</source>
        <translation>プログラムがこのクラスを提案しています</translation>
    </message>
    <message>
        <source>a rectangle that is not two or four corners of an upright one</source>
        <translation>正立した長方形の 2 つか 4 つの角でない長方形</translation>
    </message>
    <message>
        <source>a run used it for a class of its model</source>
        <translation>ある推論がモデルのクラスをこれに対応させています</translation>
    </message>
    <message>
        <source>a segmentation that is neither polygons nor RLE</source>
        <translation>多角形でも RLE でもない segmentation</translation>
    </message>
    <message>
        <source>a shape without a label</source>
        <translation>ラベルのない図形</translation>
    </message>
    <message>
        <source>a skeleton without a point that is seen</source>
        <translation>見える点のない骨格</translation>
    </message>
    <message>
        <source>a skeleton, where the project has none</source>
        <translation>プロジェクトにはない骨格</translation>
    </message>
    <message>
        <source>a source's class number stands for it</source>
        <translation>ソースのクラス番号がこれに対応しています</translation>
    </message>
    <message>
        <source>a teacher's labels are not in the receipt</source>
        <translation>教師モデルのラベルは明細にない</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文字列</translation>
    </message>
    <message>
        <source>a version has it</source>
        <translation>バージョンに含まれています</translation>
    </message>
    <message>
        <source>a version is trained in one go</source>
        <translation>バージョンの学習は一気に行う</translation>
    </message>
    <message>
        <source>a whole number from 0 on</source>
        <translation>0 以上の整数</translation>
    </message>
    <message>
        <source>a {shape} among its points</source>
        <translation>点の中の {shape}</translation>
    </message>
    <message>
        <source>a {shape}, which has no area</source>
        <translation>面積のない {shape}</translation>
    </message>
    <message>
        <source>about {objects} objects</source>
        <translation>物体 約 {objects} 個</translation>
    </message>
    <message>
        <source>accepted a proposal</source>
        <translation>候補の承認</translation>
    </message>
    <message>
        <source>add and verify 1 more real image</source>
        <translation>実写画像をあと 1 枚追加して確認</translation>
    </message>
    <message>
        <source>add and verify 1 more real image with {hold}</source>
        <translation>実写画像をあと 1 枚（{hold}）追加して確認</translation>
    </message>
    <message>
        <source>add and verify {n} more real images</source>
        <translation>実写画像をあと {n} 枚追加して確認</translation>
    </message>
    <message>
        <source>add and verify {n} more real images with {hold}</source>
        <translation>実写画像をあと {n} 枚（{hold}）追加して確認</translation>
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
        <source>all masks</source>
        <translation>全マスク</translation>
    </message>
    <message>
        <source>an RLE mask of {width} x {height} pixels on an image of {own_width} x {own_height}</source>
        <translation>{own_width} x {own_height} の画像にある {width} x {height} ピクセルの RLE マスク</translation>
    </message>
    <message>
        <source>an RLE mask that cannot be unpacked</source>
        <translation>展開できない RLE マスク</translation>
    </message>
    <message>
        <source>an RLE mask whose counts are neither text nor whole numbers</source>
        <translation>counts が文字列でも整数でもない RLE マスク</translation>
    </message>
    <message>
        <source>an RLE mask whose runs do not fill it</source>
        <translation>ランの合計が合わない RLE マスク</translation>
    </message>
    <message>
        <source>an RLE mask without a size of two whole numbers</source>
        <translation>サイズが 2 つの整数でない RLE マスク</translation>
    </message>
    <message>
        <source>an image generator</source>
        <translation>画像生成ソフト</translation>
    </message>
    <message>
        <source>an image without a file name</source>
        <translation>ファイル名のない画像</translation>
    </message>
    <message>
        <source>an image without an id</source>
        <translation>ID のない画像</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>オブジェクト</translation>
    </message>
    <message>
        <source>an object that lies outside its image, or is under a pixel</source>
        <translation>画像の外にあるか 1 ピクセル未満の物体</translation>
    </message>
    <message>
        <source>an object with a place, and a project for classify takes classes of whole images</source>
        <translation>位置のある物体。classify のプロジェクトは画像全体のクラスを受け取ります</translation>
    </message>
    <message>
        <source>an object without a box</source>
        <translation>ボックスのない物体</translation>
    </message>
    <message>
        <source>an object without a name</source>
        <translation>名前のない物体</translation>
    </message>
    <message>
        <source>an odd number of coordinates</source>
        <translation>座標の数が奇数</translation>
    </message>
    <message>
        <source>an odd number of coordinates, or a confidence at the end of an outline</source>
        <translation>座標の数が奇数か、輪郭の末尾に信頼度がある</translation>
    </message>
    <message>
        <source>an oriented box</source>
        <translation>回転ボックス</translation>
    </message>
    <message>
        <source>an oriented box with a negative side</source>
        <translation>負の辺を持つ回転ボックス</translation>
    </message>
    <message>
        <source>an oriented box without its four corners</source>
        <translation>4 つの角がそろわない回転ボックス</translation>
    </message>
    <message>
        <source>an outline</source>
        <translation>輪郭</translation>
    </message>
    <message>
        <source>an outline that is no rectangle, and an oriented box is never guessed</source>
        <translation>長方形でない輪郭（回転ボックスは推測しません）</translation>
    </message>
    <message>
        <source>an outline with fewer than three corners</source>
        <translation>角が 3 つ未満の輪郭</translation>
    </message>
    <message>
        <source>angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>another class was merged into it</source>
        <translation>別のクラスがこれに統合されています</translation>
    </message>
    <message>
        <source>another picture has this name with another ending, and label files have none</source>
        <translation>同じ名前で拡張子の違う画像があり、ラベルファイルは拡張子を区別しません</translation>
    </message>
    <message>
        <source>another version ({digest})</source>
        <translation>別のバージョン（{digest}）</translation>
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
        <source>batch is a number of images, 1 or more.</source>
        <translation>batch は画像の枚数で、1 以上です。</translation>
    </message>
    <message>
        <source>box</source>
        <translation>ボックス</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>ボックス</translation>
    </message>
    <message>
        <source>boxes with keypoints</source>
        <translation>キーポイント付きのボックス</translation>
    </message>
    <message>
        <source>broken pipe</source>
        <translation>パイプが切れました</translation>
    </message>
    <message>
        <source>brought a class back</source>
        <translation>引退したクラスの復帰</translation>
    </message>
    <message>
        <source>cannot allocate memory</source>
        <translation>メモリを確保できません</translation>
    </message>
    <message>
        <source>category {category}, which the file does not list</source>
        <translation>ファイルの一覧にないカテゴリ {category}</translation>
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
        <source>changed the model by which pictures are compared</source>
        <translation>画像を比べるモデルを変更</translation>
    </message>
    <message>
        <source>changed the order of the classes</source>
        <translation>クラスの並べ替え</translation>
    </message>
    <message>
        <source>changed the origin</source>
        <translation>由来の変更</translation>
    </message>
    <message>
        <source>checking files</source>
        <translation>ファイルを確かめています</translation>
    </message>
    <message>
        <source>checking on the val images, batch {n} of {all}</source>
        <translation>val 画像で確認中、バッチ {n} / {all}</translation>
    </message>
    <message>
        <source>checking the version</source>
        <translation>バージョンを確かめています</translation>
    </message>
    <message>
        <source>checking what was loaded, {split} image {n} of {all}</source>
        <translation>読み込んだ内容を確認中、{split} 画像 {n} / {all}</translation>
    </message>
    <message>
        <source>choosing the model</source>
        <translation>モデルを選んでいます</translation>
    </message>
    <message>
        <source>class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>class floor</source>
        <translation>クラス下限</translation>
    </message>
    <message>
        <source>class {number}, where the list has {classes}</source>
        <translation>クラス {number}。一覧は {classes} 個</translation>
    </message>
    <message>
        <source>class {number}, which the file does not list</source>
        <translation>ファイルの一覧にないクラス {number}</translation>
    </message>
    <message>
        <source>classes are gone</source>
        <translation>クラスがなくなった</translation>
    </message>
    <message>
        <source>classes of whole images</source>
        <translation>画像全体のクラス</translation>
    </message>
    <message>
        <source>cleared a flag</source>
        <translation>要検討の印の解除</translation>
    </message>
    <message>
        <source>comparing pictures</source>
        <translation>画像を比べています</translation>
    </message>
    <message>
        <source>comparing the models</source>
        <translation>モデルを比べています</translation>
    </message>
    <message>
        <source>comparing {name}</source>
        <translation>{name} を比較しています</translation>
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
        <source>cut an outline in two</source>
        <translation>輪郭を 2 つに切りました</translation>
    </message>
    <message>
        <source>deleted a class</source>
        <translation>クラスの削除</translation>
    </message>
    <message>
        <source>described a version</source>
        <translation>バージョンに説明を付けた</translation>
    </message>
    <message>
        <source>device or resource busy</source>
        <translation>デバイスまたはリソースが使用中です</translation>
    </message>
    <message>
        <source>directory not empty</source>
        <translation>フォルダーが空ではありません</translation>
    </message>
    <message>
        <source>disk quota exceeded</source>
        <translation>ディスクの割り当てを超えました</translation>
    </message>
    <message>
        <source>drew a label</source>
        <translation>ラベルの描画</translation>
    </message>
    <message>
        <source>edge</source>
        <translation>縁</translation>
    </message>
    <message>
        <source>epoch {n} of {all} done, on val: {figures}</source>
        <translation>エポック {n} / {all} 終了、val: {figures}</translation>
    </message>
    <message>
        <source>epoch {n} of {all}, loss: {losses}</source>
        <translation>エポック {n} / {all}、損失: {losses}</translation>
    </message>
    <message>
        <source>evaluated models</source>
        <translation>モデルの評価</translation>
    </message>
    <message>
        <source>file exists</source>
        <translation>ファイルがすでにあります</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>ファイル名が長すぎます</translation>
    </message>
    <message>
        <source>file too large</source>
        <translation>ファイルが大きすぎます</translation>
    </message>
    <message>
        <source>flagged as unsure</source>
        <translation>要検討の印付け</translation>
    </message>
    <message>
        <source>four corners that are no rectangle, and an oriented box is never guessed</source>
        <translation>長方形にならない 4 つの角（回転ボックスは推測しません）</translation>
    </message>
    <message>
        <source>fresh share</source>
        <translation>新しい画像の割合</translation>
    </message>
    <message>
        <source>gave an image its class</source>
        <translation>画像のクラス付け</translation>
    </message>
    <message>
        <source>give the .pt it was made from, or have it exported anew with Ultralytics (yolo export format=onnx)</source>
        <translation>元の .pt を指定するか、Ultralytics で書き出し直してください (yolo export format=onnx)</translation>
    </message>
    <message>
        <source>how diverse pictures are</source>
        <translation>画像の多様さ</translation>
    </message>
    <message>
        <source>how many images are empty</source>
        <translation>空の画像の数</translation>
    </message>
    <message>
        <source>how many objects an image has</source>
        <translation>画像にある物体の数</translation>
    </message>
    <message>
        <source>how many pictures are near-duplicates</source>
        <translation>ほぼ同じ画像の数</translation>
    </message>
    <message>
        <source>imported labels</source>
        <translation>ラベルの取り込み</translation>
    </message>
    <message>
        <source>imported labels have it</source>
        <translation>取り込まれたラベルがこのクラスです</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>入出力エラー</translation>
    </message>
    <message>
        <source>invalid argument</source>
        <translation>無効な引数</translation>
    </message>
    <message>
        <source>invalid cross-device link</source>
        <translation>デバイスをまたぐリンクは作れません</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>フォルダーです</translation>
    </message>
    <message>
        <source>it belongs to no image of the file</source>
        <translation>ファイル内のどの画像にも属さない</translation>
    </message>
    <message>
        <source>it cannot be read ({reason})</source>
        <translation>読み込めません（{reason}）</translation>
    </message>
    <message>
        <source>it changes every label</source>
        <translation>すべてのラベルが変わる</translation>
    </message>
    <message>
        <source>it has been changed since</source>
        <translation>その後変更されています</translation>
    </message>
    <message>
        <source>it has {points}, the version {wanted}</source>
        <translation>{points}がありますが、バージョンは {wanted} 個です</translation>
    </message>
    <message>
        <source>it is for {task}, the version for {wanted}</source>
        <translation>{task} 用ですが、バージョンは {wanted} 用です</translation>
    </message>
    <message>
        <source>it is larger than such a file can be</source>
        <translation>この種類のファイルとしては大きすぎます</translation>
    </message>
    <message>
        <source>it is larger than the memory that is free</source>
        <translation>空きメモリより大きいファイルです</translation>
    </message>
    <message>
        <source>it is training</source>
        <translation>学習なので</translation>
    </message>
    <message>
        <source>it leaves labels out</source>
        <translation>ラベルが除かれる</translation>
    </message>
    <message>
        <source>it was reopened</source>
        <translation>再開されました</translation>
    </message>
    <message>
        <source>it was worked on already</source>
        <translation>すでに作業されている</translation>
    </message>
    <message>
        <source>its C2PA manifest</source>
        <translation>C2PA マニフェスト</translation>
    </message>
    <message>
        <source>its classes are {names}, the version's {theirs}</source>
        <translation>クラスは {names} ですが、バージョンは {theirs} です</translation>
    </message>
    <message>
        <source>its file changed meanwhile</source>
        <translation>その間にファイルが変わった</translation>
    </message>
    <message>
        <source>its file is not known</source>
        <translation>ファイルがわからない</translation>
    </message>
    <message>
        <source>its flag was changed</source>
        <translation>要検討の印が変わりました</translation>
    </message>
    <message>
        <source>its labels are for {width} x {height} pixels, it has {own_width} x {own_height}</source>
        <translation>ラベルは {width} x {height} ピクセル用ですが、画像は {own_width} x {own_height} です</translation>
    </message>
    <message>
        <source>its labels are for {width} x {height} pixels, it has {own_width} x {own_height} (the file is shown turned by its EXIF orientation)</source>
        <translation>ラベルは {width} x {height} ピクセル用ですが、画像は {own_width} x {own_height} です（EXIF の向きに従って回転して表示）</translation>
    </message>
    <message>
        <source>joined outlines</source>
        <translation>輪郭を結合しました</translation>
    </message>
    <message>
        <source>kept a label against a model</source>
        <translation>モデルに対するラベルの維持</translation>
    </message>
    <message>
        <source>keypoints</source>
        <translation>キーポイント</translation>
    </message>
    <message>
        <source>keypoints that are not x, y, v for each point of the category</source>
        <translation>カテゴリの各点の x, y, v になっていないキーポイント</translation>
    </message>
    <message>
        <source>keypoints that do not come in full</source>
        <translation>そろっていないキーポイント</translation>
    </message>
    <message>
        <source>kpt_shape in {file} is not [points, 2 or 3].</source>
        <translation>{file} の kpt_shape が [点の数, 2 または 3] ではありません。</translation>
    </message>
    <message>
        <source>label rows with corners or points</source>
        <translation>角や点のあるラベル行</translation>
    </message>
    <message>
        <source>label_class {key}: it was merged into itself.</source>
        <translation>label_class {key}: 自分自身に統合されています。</translation>
    </message>
    <message>
        <source>labels ({form}): {classes}</source>
        <translation>ラベル（{form}）: {classes}</translation>
    </message>
    <message>
        <source>labels had it, and undo may bring them back</source>
        <translation>以前のラベルがこのクラスで、取り消しによって戻ることがあります</translation>
    </message>
    <message>
        <source>labels have it</source>
        <translation>ラベルがこのクラスです</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>line {number} of {file}</source>
        <translation>{file} の {number} 行目</translation>
    </message>
    <message>
        <source>lineage {lineage}</source>
        <translation>系統 {lineage}</translation>
    </message>
    <message>
        <source>lineage {lineage}, {proof}</source>
        <translation>系統 {lineage}、{proof}</translation>
    </message>
    <message>
        <source>linking the images, {n} of {all}</source>
        <translation>画像をリンクしています、{n} / {all}</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>モデルを読み込んでいます</translation>
    </message>
    <message>
        <source>looked at image files</source>
        <translation>画像ファイルの調査</translation>
    </message>
    <message>
        <source>looked for drift</source>
        <translation>ドリフトを確認</translation>
    </message>
    <message>
        <source>looking at files</source>
        <translation>ファイルを調べています</translation>
    </message>
    <message>
        <source>looking for drift</source>
        <translation>ドリフトを調べています</translation>
    </message>
    <message>
        <source>looking for the images</source>
        <translation>画像を探しています</translation>
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
        <source>mask</source>
        <translation>マスク</translation>
    </message>
    <message>
        <source>measuring on gold</source>
        <translation>gold 画像で測っています</translation>
    </message>
    <message>
        <source>merged two classes</source>
        <translation>クラスの統合</translation>
    </message>
    <message>
        <source>neither a bbox nor a segmentation</source>
        <translation>bbox も segmentation もない</translation>
    </message>
    <message>
        <source>no XML, or cut off</source>
        <translation>XML でないか、途中で切れている</translation>
    </message>
    <message>
        <source>no category</source>
        <translation>カテゴリがない</translation>
    </message>
    <message>
        <source>no ending</source>
        <translation>拡張子なし</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>ラベルがない</translation>
    </message>
    <message>
        <source>no pictures are drawn</source>
        <translation>図は描かない</translation>
    </message>
    <message>
        <source>no single rectangle that groups the points of an object</source>
        <translation>物体の点をまとめる長方形が 1 つではない</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>ディスクに空きがありません</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>ファイルやフォルダーがありません</translation>
    </message>
    <message>
        <source>no text in UTF-8</source>
        <translation>UTF-8 のテキストではない</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>まだなし</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>フォルダーではありません</translation>
    </message>
    <message>
        <source>not a valid path</source>
        <translation>パスとして正しくありません</translation>
    </message>
    <message>
        <source>not an ordinary file</source>
        <translation>通常のファイルではありません</translation>
    </message>
    <message>
        <source>nothing was recorded</source>
        <translation>何も記録されていません</translation>
    </message>
    <message>
        <source>one of {words}</source>
        <translation>{words} のいずれか</translation>
    </message>
    <message>
        <source>only the best weights are kept</source>
        <translation>最良の重みだけを残す</translation>
    </message>
    <message>
        <source>only {n} of {images} drawn in an epoch</source>
        <translation>{images}のうち {n} 枚しか 1 エポックで使われない</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>許可されていない操作です</translation>
    </message>
    <message>
        <source>operation not supported</source>
        <translation>対応していない操作です</translation>
    </message>
    <message>
        <source>oriented boxes</source>
        <translation>回転ボックス</translation>
    </message>
    <message>
        <source>other classes ({loaded} instead of {stated})</source>
        <translation>クラスの違い（{stated} ではなく {loaded}）</translation>
    </message>
    <message>
        <source>other labels on {images} ({files})</source>
        <translation>{images}のラベルの違い（{files}）</translation>
    </message>
    <message>
        <source>other mirror pairs of points ({loaded} instead of {stated})</source>
        <translation>鏡像の点の組の違い（{stated} ではなく {loaded}）</translation>
    </message>
    <message>
        <source>other pixels beside {images} ({files})</source>
        <translation>{images}に別のピクセルが付随（{files}）</translation>
    </message>
    <message>
        <source>other weights would hide the model's lineage</source>
        <translation>別の重みではモデルの系統が隠れる</translation>
    </message>
    <message>
        <source>outlines</source>
        <translation>輪郭</translation>
    </message>
    <message>
        <source>over {most} MB; that is no annotation</source>
        <translation>{most} MB を超えており、ラベルではない</translation>
    </message>
    <message>
        <source>over {most} MB; that is no label file</source>
        <translation>{most} MB を超えており、ラベルファイルではない</translation>
    </message>
    <message>
        <source>pasted a label</source>
        <translation>ラベルを貼り付けました</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>アクセスが許可されていません</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>points that are no list</source>
        <translation>一覧でない点</translation>
    </message>
    <message>
        <source>points that are not x,y;x,y</source>
        <translation>x,y;x,y の形でない点</translation>
    </message>
    <message>
        <source>predicting</source>
        <translation>予測しています</translation>
    </message>
    <message>
        <source>predictions have it</source>
        <translation>予測がこのクラスです</translation>
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
        <source>rare classes are lost</source>
        <translation>まれなクラスが失われた</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>読み取り専用のファイルシステムです</translation>
    </message>
    <message>
        <source>reading images</source>
        <translation>画像を読み込んでいます</translation>
    </message>
    <message>
        <source>real share</source>
        <translation>実写の割合</translation>
    </message>
    <message>
        <source>receipt {digest}</source>
        <translation>明細 {digest}</translation>
    </message>
    <message>
        <source>recorded how pictures look to a model</source>
        <translation>モデルから見た画像の特徴を記録</translation>
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
        <source>retired a class</source>
        <translation>クラスの引退</translation>
    </message>
    <message>
        <source>said that decisions were a program's</source>
        <translation>判断をプログラムのものとする指定</translation>
    </message>
    <message>
        <source>seen share</source>
        <translation>ウィンドウで見た割合</translation>
    </message>
    <message>
        <source>setting 'task': it does not say what the project's objects are.</source>
        <translation>setting 'task': プロジェクトの物体の種類が示されていません。</translation>
    </message>
    <message>
        <source>setting {name!r}: it says nothing.</source>
        <translation>setting {name!r}: 内容がありません。</translation>
    </message>
    <message>
        <source>settings are given by name</source>
        <translation>設定は名前で指定する</translation>
    </message>
    <message>
        <source>settled a difference on a blind image</source>
        <translation>ブラインド画像の差異の解決</translation>
    </message>
    <message>
        <source>share by instances</source>
        <translation>物体の割合</translation>
    </message>
    <message>
        <source>since then {name} {did}</source>
        <translation>その後 {name} が「{did}」を行いました</translation>
    </message>
    <message>
        <source>six columns, so it has a confidence and was written by a model</source>
        <translation>6 列あり信頼度を含むので、モデルが書いたもの</translation>
    </message>
    <message>
        <source>something about it has changed</source>
        <translation>何かが変わりました</translation>
    </message>
    <message>
        <source>spread of points</source>
        <translation>点のばらつき</translation>
    </message>
    <message>
        <source>stale file handle</source>
        <translation>ファイルハンドルが無効になりました</translation>
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
        <source>syncing</source>
        <translation>同期しています</translation>
    </message>
    <message>
        <source>the NMS-free head is used throughout</source>
        <translation>全体を通して NMS のないヘッドを使う</translation>
    </message>
    <message>
        <source>the base model is given by its own option</source>
        <translation>元のモデルは専用のオプションで指定する</translation>
    </message>
    <message>
        <source>the best weights are chosen on the val images</source>
        <translation>最良の重みは val 画像で選ぶ</translation>
    </message>
    <message>
        <source>the brightness of pictures</source>
        <translation>画像の明るさ</translation>
    </message>
    <message>
        <source>the file has changed since it was looked at</source>
        <translation>見た後にファイルが変わった</translation>
    </message>
    <message>
        <source>the file has other bytes</source>
        <translation>ファイルの内容が変わりました</translation>
    </message>
    <message>
        <source>the image has been exported for {split} since</source>
        <translation>その後、画像が {split} 用に書き出されています</translation>
    </message>
    <message>
        <source>the image id {number} twice</source>
        <translation>画像 ID {number} が 2 回ある</translation>
    </message>
    <message>
        <source>the index {name} is not of this program, and does more than help to search</source>
        <translation>インデックス {name} はこのプログラムのものではなく、検索以外の働きをする</translation>
    </message>
    <message>
        <source>the path {text!r} leads out of the dataset</source>
        <translation>データセットの外へ出るパス {text!r}</translation>
    </message>
    <message>
        <source>the program decides where files go</source>
        <translation>ファイルの置き場所はプログラムが決める</translation>
    </message>
    <message>
        <source>the program keeps the figures itself</source>
        <translation>数値はプログラムが保存する</translation>
    </message>
    <message>
        <source>the program reports progress itself</source>
        <translation>進行状況はプログラムが報告する</translation>
    </message>
    <message>
        <source>the project decides it</source>
        <translation>プロジェクトが決める</translation>
    </message>
    <message>
        <source>the receipt</source>
        <translation>明細</translation>
    </message>
    <message>
        <source>the shape of objects</source>
        <translation>物体の縦横比</translation>
    </message>
    <message>
        <source>the shares of the classes</source>
        <translation>クラスの割合</translation>
    </message>
    <message>
        <source>the sharpness of pictures</source>
        <translation>画像の鮮明さ</translation>
    </message>
    <message>
        <source>the size of objects</source>
        <translation>物体のサイズ</translation>
    </message>
    <message>
        <source>the size of pictures</source>
        <translation>画像のサイズ</translation>
    </message>
    <message>
        <source>the table {name} has other columns</source>
        <translation>表 {name} の列が違う</translation>
    </message>
    <message>
        <source>the table {name} has other rules</source>
        <translation>表 {name} の制約が違う</translation>
    </message>
    <message>
        <source>the table {name} is missing</source>
        <translation>表 {name} がない</translation>
    </message>
    <message>
        <source>the table {name} is not of this program</source>
        <translation>表 {name} はこのプログラムのものではない</translation>
    </message>
    <message>
        <source>the text “Comment” holds the settings of NovelAI</source>
        <translation>テキスト “Comment” に NovelAI の設定があります</translation>
    </message>
    <message>
        <source>the text “Description” of Midjourney</source>
        <translation>Midjourney のテキスト “Description”</translation>
    </message>
    <message>
        <source>the text “RenderTime” of Blender</source>
        <translation>Blender のテキスト “RenderTime”</translation>
    </message>
    <message>
        <source>the text “parameters” of an image generator</source>
        <translation>画像生成ソフトのテキスト “parameters”</translation>
    </message>
    <message>
        <source>the text “{key}” holds a prompt</source>
        <translation>テキスト “{key}” にプロンプトがあります</translation>
    </message>
    <message>
        <source>the text “{key}” holds a prompt of ComfyUI</source>
        <translation>テキスト “{key}” に ComfyUI のプロンプトがあります</translation>
    </message>
    <message>
        <source>the text “{key}” holds a workflow of ComfyUI</source>
        <translation>テキスト “{key}” に ComfyUI のワークフローがあります</translation>
    </message>
    <message>
        <source>the text “{key}” holds the settings of Stable Diffusion</source>
        <translation>テキスト “{key}” に Stable Diffusion の設定があります</translation>
    </message>
    <message>
        <source>the text “{key}” of {program}</source>
        <translation>{program} のテキスト “{key}”</translation>
    </message>
    <message>
        <source>the version decides what is trained on</source>
        <translation>何を学習するかはバージョンが決める</translation>
    </message>
    <message>
        <source>the weights are kept in any case</source>
        <translation>重みはいずれにせよ残す</translation>
    </message>
    <message>
        <source>the {kind} {name} is missing or another</source>
        <translation>{name}（{kind}）がないか違う</translation>
    </message>
    <message>
        <source>the {kind} {name} is not of this program</source>
        <translation>{name}（{kind}）はこのプログラムのものではない</translation>
    </message>
    <message>
        <source>there are imported labels of this class by now</source>
        <translation>このクラスの取り込みラベルがすでにあります</translation>
    </message>
    <message>
        <source>there are labels of this class by now</source>
        <translation>このクラスのラベルがすでにあります</translation>
    </message>
    <message>
        <source>there are predictions of this class by now</source>
        <translation>このクラスの予測がすでにあります</translation>
    </message>
    <message>
        <source>there is no schema {version}</source>
        <translation>スキーマ {version} は存在しない</translation>
    </message>
    <message>
        <source>there is no such picture in {root}</source>
        <translation>{root} にそのような画像はない</translation>
    </message>
    <message>
        <source>too many levels of symbolic links</source>
        <translation>シンボリックリンクが循環しています</translation>
    </message>
    <message>
        <source>too many open files</source>
        <translation>開いているファイルが多すぎます</translation>
    </message>
    <message>
        <source>took a model into use</source>
        <translation>モデルを使い始めた</translation>
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
        <source>torch {version} cannot open a .pt file without running code from it; install 2.6 or newer.</source>
        <translation>torch {version} では、.pt ファイルを中のコードを実行せずには開けません。2.6 以降をインストールしてください。</translation>
    </message>
    <message>
        <source>train and val</source>
        <translation>train と val</translation>
    </message>
    <message>
        <source>trained a model</source>
        <translation>モデルの学習</translation>
    </message>
    <message>
        <source>training</source>
        <translation>学習しています</translation>
    </message>
    <message>
        <source>training must be repeatable</source>
        <translation>学習は再現可能でなければならない</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true または false</translation>
    </message>
    <message>
        <source>undid an operation</source>
        <translation>操作の取り消し</translation>
    </message>
    <message>
        <source>up to {high:.3g}</source>
        <translation>{high:.3g} まで</translation>
    </message>
    <message>
        <source>validation reads the version's val images</source>
        <translation>検証にはバージョンの val 画像を使う</translation>
    </message>
    <message>
        <source>verify 1 more real image</source>
        <translation>実写画像をあと 1 枚確認</translation>
    </message>
    <message>
        <source>verify 1 more real image with {hold}</source>
        <translation>実写画像をあと 1 枚（{hold}）確認</translation>
    </message>
    <message>
        <source>verify more real images</source>
        <translation>実写画像をさらに確認</translation>
    </message>
    <message>
        <source>verify the 1 real image that is left and add {more} more</source>
        <translation>残りの実写画像 1 枚を確認し、さらに {more} 枚を追加</translation>
    </message>
    <message>
        <source>verify the 1 real image that is left and add {more} more with {hold}</source>
        <translation>残りの実写画像 1 枚を確認し、さらに {more} 枚（{hold}）を追加</translation>
    </message>
    <message>
        <source>verify the {n} real images that are left and add {more} more</source>
        <translation>残りの実写画像 {n} 枚を確認し、さらに {more} 枚を追加</translation>
    </message>
    <message>
        <source>verify the {n} real images that are left and add {more} more with {hold}</source>
        <translation>残りの実写画像 {n} 枚を確認し、さらに {more} 枚（{hold}）を追加</translation>
    </message>
    <message>
        <source>verify {n} more real images</source>
        <translation>実写画像をあと {n} 枚確認</translation>
    </message>
    <message>
        <source>verify {n} more real images with {hold}</source>
        <translation>実写画像をあと {n} 枚（{hold}）確認</translation>
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
        <source>went a step further in a cycle</source>
        <translation>サイクルを一段階進めた</translation>
    </message>
    <message>
        <source>what belongs there</source>
        <translation>そこにあるべきもの</translation>
    </message>
    <message>
        <source>what pictures look like</source>
        <translation>画像の見た目</translation>
    </message>
    <message>
        <source>what was just to be recorded is not, and all that was before is</source>
        <translation>記録しようとしていた内容は記録されず、それまでの内容は残っています</translation>
    </message>
    <message>
        <source>where objects lie</source>
        <translation>物体の位置</translation>
    </message>
    <message>
        <source>whether the last decision is in it `verify-app log` says</source>
        <translation>最後の判断が含まれるかどうかは履歴でわかります</translation>
    </message>
    <message>
        <source>which points</source>
        <translation>点の種別</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>書き込んでいます</translation>
    </message>
    <message>
        <source>writing the version</source>
        <translation>バージョンを書いています</translation>
    </message>
    <message>
        <source>wrote a version</source>
        <translation>バージョンの書き出し</translation>
    </message>
    <message>
        <source>{actor} is a program in this project; name the person who takes responsibility.</source>
        <translation>{actor} はこのプロジェクトではプログラムです。責任を負う人の名前を指定してください。</translation>
    </message>
    <message>
        <source>{change:+.1f} points {metric}, 95 % interval {low:+.1f} to {high:+.1f}</source>
        <translation>{metric} {change:+.1f} ポイント、95 % 区間 {low:+.1f} から {high:+.1f}</translation>
    </message>
    <message>
        <source>{column} is missing</source>
        <translation>{column} がない</translation>
    </message>
    <message>
        <source>{column} is no number</source>
        <translation>{column} が数でない</translation>
    </message>
    <message>
        <source>{column} is no text in UTF-8</source>
        <translation>{column} が UTF-8 のテキストでない</translation>
    </message>
    <message>
        <source>{column} is {given}, not {wanted}</source>
        <translation>{column} が {wanted} でなく {given}</translation>
    </message>
    <message>
        <source>{column} is {value!r}, which says nothing</source>
        <translation>{column} の {value!r} は意味をなさない</translation>
    </message>
    <message>
        <source>{figures}, on 1 gold image</source>
        <translation>{figures}（gold 画像 1 枚）</translation>
    </message>
    <message>
        <source>{figures}, on {n} gold images</source>
        <translation>{figures}（gold 画像 {n} 枚）</translation>
    </message>
    <message>
        <source>{figures}, on {n} gold images, of which {apart} are independent (frames of one video count once)</source>
        <translation>{figures}（gold 画像 {n} 枚、そのうち独立したもの {apart} 件。1 本の動画のフレームは 1 件と数えます）</translation>
    </message>
    <message>
        <source>{file} and the log beside it are {size:,.1f} GB, too much to be copied to be read; have the project closed where it was made, which takes in the log, and copy it anew.</source>
        <translation>{file} とそのログは {size:,.1f} GB あり、読むためにコピーするには大きすぎます。作成した場所でプロジェクトを閉じてもらい（ログが取り込まれます）、コピーし直してください。</translation>
    </message>
    <message>
        <source>{file} calls both class {first} and class {number} {name}; each needs its own name.</source>
        <translation>{file} ではクラス {first} とクラス {number} がどちらも {name} です。それぞれ固有の名前が必要です。</translation>
    </message>
    <message>
        <source>{file} cannot be copied into the project: {reason}.</source>
        <translation>{file} をプロジェクトにコピーできません: {reason}。</translation>
    </message>
    <message>
        <source>{file} cannot be copied to be read: {reason}.</source>
        <translation>{file} を読むためのコピーができません: {reason}。</translation>
    </message>
    <message>
        <source>{file} cannot be opened; check that it exists and that you may read it.</source>
        <translation>{file} を開けません。存在するか、読み取りが許されているか確かめてください。</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}).</source>
        <translation>{file} を読み込めません（{reason}）。</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>{file} を読み込めません。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>{file} を読み込めません: {reason}。</translation>
    </message>
    <message>
        <source>{file} cannot be run by Ultralytics ({reason}).</source>
        <translation>Ultralytics で {file} を実行できません（{reason}）。</translation>
    </message>
    <message>
        <source>{file} cannot be trained on; give the .pt it was made from.</source>
        <translation>{file} では学習できません。元の .pt を指定してください。</translation>
    </message>
    <message>
        <source>{file} cannot be written ({reason}); choose another place.</source>
        <translation>{file} に書き込めません（{reason}）。別の場所を選んでください。</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}.</source>
        <translation>{file} に書き込めません: {reason}。</translation>
    </message>
    <message>
        <source>{file} cannot have been trained on {name}: {problem}.</source>
        <translation>{file} は {name} で学習したものではありえません: {problem}。</translation>
    </message>
    <message>
        <source>{file} changed while it was copied; add it again.</source>
        <translation>コピー中に {file} が変わりました。追加し直してください。</translation>
    </message>
    <message>
        <source>{file} describes a model but holds no weights; choose a .pt or .onnx file.</source>
        <translation>{file} はモデルの記述だけで重みがありません。.pt か .onnx ファイルを選んでください。</translation>
    </message>
    <message>
        <source>{file} does not begin with a line of "type": "dataset"; is it Ultralytics NDJSON?</source>
        <translation>{file} が "type": "dataset" の行で始まっていません。Ultralytics NDJSON ですか？</translation>
    </message>
    <message>
        <source>{file} does not name its classes, numbered 0 to {last}; say what each is called here ({examples}, or --map {missing}= to leave it out), or add --by-number where they are the project's in its order.</source>
        <translation>{file} には 0 から {last} のクラスの名前がありません。それぞれのここでの名前を指定するか（{examples}；{missing} は除外できます）、番号がプロジェクトの順番と同じならそのまま使ってください。</translation>
    </message>
    <message>
        <source>{file} does not name its classes, which are numbered 0 to {last}; {text!r} is none of them.</source>
        <translation>{file} にはクラス名がなく、番号は 0 から {last} です。{text!r} はそのどれでもありません。</translation>
    </message>
    <message>
        <source>{file} does not name its classes, which are numbered from 0; {text!r} is none of them.</source>
        <translation>{file} にはクラス名がなく、番号は 0 からです。{text!r} はそのどれでもありません。</translation>
    </message>
    <message>
        <source>{file} finds {points} on every object, the gold images show {wanted}; evaluate a model trained with these points.</source>
        <translation>{file} は物体ごとに {points}を見つけますが、gold 画像は {wanted} 個です。この点で学習したモデルを評価してください。</translation>
    </message>
    <message>
        <source>{file} has YAML aliases or deep nesting, which no data.yaml needs; write it out.</source>
        <translation>{file} に、data.yaml には不要な YAML のエイリアスか深い入れ子があります。展開して書いてください。</translation>
    </message>
    <message>
        <source>{file} has a category whose keypoints are no list of names.</source>
        <translation>{file} に、キーポイントが名前の一覧でないカテゴリがあります。</translation>
    </message>
    <message>
        <source>{file} has a category whose keypoints are no skeleton. {reason}</source>
        <translation>{file} に、キーポイントが骨格にならないカテゴリがあります。{reason}</translation>
    </message>
    <message>
        <source>{file} has a category without a name.</source>
        <translation>{file} に名前のないカテゴリがあります。</translation>
    </message>
    <message>
        <source>{file} has a category without an id.</source>
        <translation>{file} に ID のないカテゴリがあります。</translation>
    </message>
    <message>
        <source>{file} has a kpt_shape that is no [points, 2 or 3].</source>
        <translation>{file} の kpt_shape が [点の数, 2 または 3] ではありません。</translation>
    </message>
    <message>
        <source>{file} has a list of classes that is no id to name.</source>
        <translation>{file} のクラス一覧が、ID と名前の対応になっていません。</translation>
    </message>
    <message>
        <source>{file} has more images after its annotations; is it a COCO file?</source>
        <translation>{file} では annotations の後にも画像があります。COCO ファイルですか？</translation>
    </message>
    <message>
        <source>{file} has neither labels nor images; is it CVAT's XML for images?</source>
        <translation>{file} にはラベルも画像もありません。CVAT の画像用 XML ですか？</translation>
    </message>
    <message>
        <source>{file} has no kpt_shape with x, y and visibility; write the gold set again.</source>
        <translation>{file} に x、y、可視性を持つ kpt_shape がありません。gold セットを書き直してください。</translation>
    </message>
    <message>
        <source>{file} has no list of categories with names, as COCO has.</source>
        <translation>{file} には COCO のような名前付きカテゴリの一覧がありません。</translation>
    </message>
    <message>
        <source>{file} has no list of categories; is it a COCO file?</source>
        <translation>{file} にカテゴリの一覧がありません。COCO ファイルですか？</translation>
    </message>
    <message>
        <source>{file} has no list of class names.</source>
        <translation>{file} にクラス名の一覧がありません。</translation>
    </message>
    <message>
        <source>{file} has two categories named {name}; give each a name of its own.</source>
        <translation>{file} に {name} というカテゴリが 2 つあります。それぞれ固有の名前にしてください。</translation>
    </message>
    <message>
        <source>{file} has two categories with the id {number}.</source>
        <translation>{file} に ID {number} のカテゴリが 2 つあります。</translation>
    </message>
    <message>
        <source>{file} has two classes of one name, or one without; give each a name of its own.</source>
        <translation>{file} に、同じ名前か名前のないクラスがあります。それぞれ固有の名前にしてください。</translation>
    </message>
    <message>
        <source>{file} has two images that share a label file.</source>
        <translation>{file} に、同じラベルファイルを使う画像が 2 枚あります。</translation>
    </message>
    <message>
        <source>{file} has {name} {number}, this program knows {known}; update it.</source>
        <translation>{file} の {name} は {number} ですが、このプログラムが扱えるのは {known} までです。更新してください。</translation>
    </message>
    <message>
        <source>{file} holds links; copy what they lead to into it (cp -rL).</source>
        <translation>{file} にリンクがあります。リンク先の内容を中にコピーしてください (cp -rL)。</translation>
    </message>
    <message>
        <source>{file} holds other weights than those of {known}; put them back or add the model again.</source>
        <translation>{file} の重みは {known} のものと違います。元に戻すか、モデルを追加し直してください。</translation>
    </message>
    <message>
        <source>{file} holds tracks of a video; export it from CVAT as CVAT for images.</source>
        <translation>{file} は動画のトラックです。CVAT から「CVAT for images」で書き出してください。</translation>
    </message>
    <message>
        <source>{file} in {place} does not say of its labels what its receipt's schema says of them.</source>
        <translation>{place} の {file} に、明細のスキーマが求めるラベルの記載がありません。</translation>
    </message>
    <message>
        <source>{file} in {place} has a label file where it should not, or none where it should.</source>
        <translation>{place} の {file} に、あるべきでないラベルファイルがあるか、あるべきものがありません。</translation>
    </message>
    <message>
        <source>{file} in {place} is gold, but was only attested.</source>
        <translation>{place} の {file} は gold ですが、保証されただけです。</translation>
    </message>
    <message>
        <source>{file} in {place} is said to be real-verified, but its origin, its grades or who gave them say otherwise.</source>
        <translation>{place} の {file} は実写・確認済みとされていますが、由来、等級、またはそれを付けた人がそうではありません。</translation>
    </message>
    <message>
        <source>{file} is XML of another kind (&lt;{tag}&gt;) and not CVAT's for images.</source>
        <translation>{file} は別種の XML (&lt;{tag}&gt;) で、CVAT の画像用ではありません。</translation>
    </message>
    <message>
        <source>{file} is a Pascal VOC file and not CVAT's XML for images; use --labels voc.</source>
        <translation>{file} は CVAT の画像用 XML ではなく Pascal VOC のファイルです。その形式を選んでください。</translation>
    </message>
    <message>
        <source>{file} is a database of another program, or a project that was cut off while it was made.</source>
        <translation>{file} は別のプログラムのデータベースか、作成途中で中断されたプロジェクトです。</translation>
    </message>
    <message>
        <source>{file} is a dataset for {stated!r}, the project for {wanted}.</source>
        <translation>{file} は {stated!r} のデータセット、プロジェクトは {wanted} 用です。</translation>
    </message>
    <message>
        <source>{file} is a hard link: the same file is also somewhere else, and a project has one place. Make a copy of its own (`cp {name} copy`, then `mv copy {name}`). Nothing was touched.</source>
        <translation>{file} はハードリンクで、同じファイルが別の場所にもあります。プロジェクトの場所は一つです。{name} の独立したコピーを作り、それを {name} と置き換えてください。何も変更していません。</translation>
    </message>
    <message>
        <source>{file} is a link, so the project's data lie elsewhere; copy the file itself to this place (`cp`), or open the project where it really is. Nothing was touched.</source>
        <translation>{file} はリンクで、プロジェクトのデータは別の場所にあります。ファイルそのものをここへコピーするか、実際の場所でプロジェクトを開いてください。何も変更していません。</translation>
    </message>
    <message>
        <source>{file} is a list, such as the detections that a model writes for COCO; give the file that also lists images and categories.</source>
        <translation>{file} は一覧です（モデルが COCO 用に書く検出結果など）。画像とカテゴリの一覧もあるファイルを指定してください。</translation>
    </message>
    <message>
        <source>{file} is a model for {task}, the gold images are labelled for {wanted}; evaluate a model for {wanted}.</source>
        <translation>{file} は {task} のモデルですが、gold 画像のラベルは {wanted} です。{wanted} のモデルを評価してください。</translation>
    </message>
    <message>
        <source>{file} is a model in the form of {form}, and opening one can run any code its maker put in. Give the .onnx or .pt form, or, if you trust where it comes from, agree once with --run-code {sha256}.</source>
        <translation>{file} は {form} 形式のモデルで、開くと作成者が入れた任意のコードが動くことがあります。.onnx か .pt 形式を使うか、出所を信頼するなら SHA-256 が {sha256} のファイルに一度同意してください。</translation>
    </message>
    <message>
        <source>{file} is damaged ({problem}); `verify-app check` lists what is. Restore a backup of it.</source>
        <translation>{file} は壊れています（{problem}）。バックアップから戻してください。</translation>
    </message>
    <message>
        <source>{file} is damaged or was altered by another program ({wrong}); restore a backup of it.</source>
        <translation>{file} が壊れているか、別のプログラムに変更されています（{wrong}）。バックアップから復元してください。</translation>
    </message>
    <message>
        <source>{file} is damaged; restore a backup of it.</source>
        <translation>{file} が壊れています。バックアップから復元してください。</translation>
    </message>
    <message>
        <source>{file} is empty, so it is damaged; restore a backup of it. Nothing was touched.</source>
        <translation>{file} が空で、壊れています。バックアップから復元してください。何も変更していません。</translation>
    </message>
    <message>
        <source>{file} is empty; write one class name a line.</source>
        <translation>{file} が空です。1 行に 1 つクラス名を書いてください。</translation>
    </message>
    <message>
        <source>{file} is missing or not an ordinary file.</source>
        <translation>{file} がないか、通常のファイルではありません。</translation>
    </message>
    <message>
        <source>{file} is neither JSON nor YAML.</source>
        <translation>{file} は JSON でも YAML でもありません。</translation>
    </message>
    <message>
        <source>{file} is no JSON, or was cut off; get it anew.</source>
        <translation>{file} は JSON でないか、途中で切れています。入手し直してください。</translation>
    </message>
    <message>
        <source>{file} is no JSON; check that it was written whole.</source>
        <translation>{file} は JSON ではありません。完全に書かれているか確かめてください。</translation>
    </message>
    <message>
        <source>{file} is no XML, or was cut off; get it anew.</source>
        <translation>{file} は XML でないか、途中で切れています。入手し直してください。</translation>
    </message>
    <message>
        <source>{file} is no data.yaml: it has no keys such as names and train.</source>
        <translation>{file} は data.yaml ではありません。names や train などのキーがありません。</translation>
    </message>
    <message>
        <source>{file} is no file but a folder or a device; remove it. Nothing was touched.</source>
        <translation>{file} はファイルではなくフォルダーかデバイスです。取り除いてください。何も変更していません。</translation>
    </message>
    <message>
        <source>{file} is no file; choose a .pt or .onnx file.</source>
        <translation>{file} はファイルではありません。.pt か .onnx ファイルを選んでください。</translation>
    </message>
    <message>
        <source>{file} is no labelme file</source>
        <translation>{file} は labelme ファイルではありません</translation>
    </message>
    <message>
        <source>{file} is no receipt of this program.</source>
        <translation>{file} は、このプログラムの明細ではありません。</translation>
    </message>
    <message>
        <source>{file} is not a model in a form that this program opens: .onnx, .pt, or an export of Ultralytics with its own ending ({endings}, …).</source>
        <translation>{file} は、このプログラムで開けるモデルの形式ではありません: .onnx、.pt、または固有の拡張子を持つ Ultralytics の書き出し（{endings}、…）。</translation>
    </message>
    <message>
        <source>{file} is not a project's database, or it is damaged; restore a backup of it.</source>
        <translation>{file} はプロジェクトのデータベースでないか、壊れています。バックアップから復元してください。</translation>
    </message>
    <message>
        <source>{file} is not a text file in UTF-8.</source>
        <translation>{file} は UTF-8 のテキストファイルではありません。</translation>
    </message>
    <message>
        <source>{file} is not an .onnx file; make one of a .pt with 'verify-app model convert', or use the engine 'ultralytics'.</source>
        <translation>{file} は .onnx ファイルではありません。.onnx ファイルを選ぶか、エンジン 'ultralytics' を使ってください。</translation>
    </message>
    <message>
        <source>{file} is not text in UTF-8; save it so, since it names the classes.</source>
        <translation>{file} は UTF-8 のテキストではありません。クラス名を示すファイルなので、UTF-8 で保存してください。</translation>
    </message>
    <message>
        <source>{file} is not the one that {receipt} was written with: its digest differs.</source>
        <translation>{file} は {receipt} とともに書かれたものではありません。ダイジェストが違います。</translation>
    </message>
    <message>
        <source>{file} is not valid YAML; check that it is a data.yaml of Ultralytics.</source>
        <translation>{file} は正しい YAML ではありません。Ultralytics の data.yaml か確かめてください。</translation>
    </message>
    <message>
        <source>{file} is not written the way this program writes it; it was edited.</source>
        <translation>{file} はこのプログラムの書き方ではなく、編集されています。</translation>
    </message>
    <message>
        <source>{file} is over {limit} MB; that is no label file.</source>
        <translation>{file} が {limit} MB を超えています。ラベルファイルではありません。</translation>
    </message>
    <message>
        <source>{file} is over {most} MB; that is no data.yaml.</source>
        <translation>{file} が {most} MB を超えています。data.yaml ではありません。</translation>
    </message>
    <message>
        <source>{file} is over {most} MB; that is no list of classes.</source>
        <translation>{file} が {most} MB を超えています。クラスの一覧ではありません。</translation>
    </message>
    <message>
        <source>{file} is too large to be a policy.</source>
        <translation>{file} は大きすぎて、ポリシーではありません。</translation>
    </message>
    <message>
        <source>{file} names a file twice.</source>
        <translation>{file} に同じファイルが 2 回あります。</translation>
    </message>
    <message>
        <source>{file} names its classes, so they are not taken by their numbers; leave out --by-number.</source>
        <translation>{file} にはクラス名があるため、番号では扱いません。</translation>
    </message>
    <message>
        <source>{file} neither names its classes nor says how many they are; say what those that you want are called here (--map 0=CLASS --map 1=CLASS …; the others are left out), or add --by-number where they are the project's in its order.</source>
        <translation>{file} にはクラスの名前も数もありません。使うクラスのここでの名前を指定するか、番号がプロジェクトの順番と同じならそのまま使ってください。</translation>
    </message>
    <message>
        <source>{file} says that it was trained on {version}, not on {name}; add it without --version.</source>
        <translation>{file} は {name} ではなく {version} で学習したとしています。そのバージョンを選んでください。</translation>
    </message>
    <message>
        <source>{file} was changed: its digest is not the receipt's.</source>
        <translation>{file} が変更されています。ダイジェストが明細と違います。</translation>
    </message>
    <message>
        <source>{file} was left by another program that changed the database; open and close the database with that program, or restore a backup. Nothing was touched.</source>
        <translation>{file} は、データベースを変更した別のプログラムが残したものです。そのプログラムでデータベースを開いて閉じるか、バックアップから復元してください。何も変更していません。</translation>
    </message>
    <message>
        <source>{file} was replaced by another file or by a link while it was being opened; nothing was written. Look at who else changes this folder, then open it again.</source>
        <translation>{file} は開いている間に別のファイルかリンクに置き換えられました。何も書き込んでいません。このフォルダーを変更しているものを確かめて、もう一度開いてください。</translation>
    </message>
    <message>
        <source>{file}, annotation {annotation}: {reason}; left aside.</source>
        <translation>{file}、annotation {annotation}: {reason}。取り込みませんでした。</translation>
    </message>
    <message>
        <source>{file}, image {image}: {reason}; left aside.</source>
        <translation>{file}、画像 {image}: {reason}。取り込みませんでした。</translation>
    </message>
    <message>
        <source>{file}, line {place}: no JSON; left aside.</source>
        <translation>{file}、{place} 行目: JSON ではありません。取り込みませんでした。</translation>
    </message>
    <message>
        <source>{file}, line {place}: no image; left aside.</source>
        <translation>{file}、{place} 行目: 画像ではありません。取り込みませんでした。</translation>
    </message>
    <message>
        <source>{file}, line {place}: no width and height; left aside.</source>
        <translation>{file}、{place} 行目: 幅と高さがありません。取り込みませんでした。</translation>
    </message>
    <message>
        <source>{file}, line {place}: {reason}; left aside.</source>
        <translation>{file}、{place} 行目: {reason}。取り込みませんでした。</translation>
    </message>
    <message>
        <source>{file}, object {place}: {reason}; left aside.</source>
        <translation>{file}、物体 {place}: {reason}。取り込みませんでした。</translation>
    </message>
    <message>
        <source>{file}, {shape}: {reason}; left aside.</source>
        <translation>{file}、{shape}: {reason}。取り込みませんでした。</translation>
    </message>
    <message>
        <source>{file}: a skeleton whose edges join no points; left aside.</source>
        <translation>{file}: 骨格の辺が点をつないでいません。取り込みませんでした。</translation>
    </message>
    <message>
        <source>{file}: an import before brought other labels, so its label file was left aside.</source>
        <translation>{file}: 以前の取り込みでは別のラベルだったため、ラベルファイルを取り込みませんでした。</translation>
    </message>
    <message>
        <source>{file}: in {split} of this version, but in {standing} here, where it stays.</source>
        <translation>{file}: このバージョンでは {split} ですが、ここでは {standing} なので、そのままです。</translation>
    </message>
    <message>
        <source>{file}: it is of another kind than a project for {task} takes; left aside.</source>
        <translation>{file}: {task} のプロジェクトが受け取る種類ではありません。取り込みませんでした。</translation>
    </message>
    <message>
        <source>{file}: it was worked on already, so its label file was left aside.</source>
        <translation>{file}: すでに作業されているため、ラベルファイルを取り込みませんでした。</translation>
    </message>
    <message>
        <source>{file}: its labels are not in the receipt's order; left aside.</source>
        <translation>{file}: ラベルが明細の順になっていません。取り込みませんでした。</translation>
    </message>
    <message>
        <source>{file}: its path leads elsewhere; images are looked for beside it.</source>
        <translation>{file}: パスが別の場所を指しています。画像はファイルの隣で探します。</translation>
    </message>
    <message>
        <source>{file}: models stand behind its labels, which cannot be kept here; they were left aside.</source>
        <translation>{file}: ラベルの元にモデルがあり、ここでは保持できないため、取り込みませんでした。</translation>
    </message>
    <message>
        <source>{file}: nobody has said what class {number} is here (--map {number}=CLASS); all labels of this image were left aside.</source>
        <translation>{file}：クラス {number} がここで何かが指定されていないため（{number} を指定してください）、この画像のラベルはすべて対象外にしました。</translation>
    </message>
    <message>
        <source>{file}: several classes ({reason}), and an image has one; left aside.</source>
        <translation>{file}: クラスが複数ありますが（{reason}）、画像のクラスは 1 つです。取り込みませんでした。</translation>
    </message>
    <message>
        <source>{file}: {loaded} loaded, {stated} in the receipt</source>
        <translation>{file}: 読み込み {loaded}、明細 {stated}</translation>
    </message>
    <message>
        <source>{file}: {n} flags are set, and an image has one class; left aside.</source>
        <translation>{file}: フラグが {n} 個ありますが、画像のクラスは 1 つです。取り込みませんでした。</translation>
    </message>
    <message>
        <source>{file}: {n} shapes that are none; left aside.</source>
        <translation>{file}: 図形でないものが {n} 個あります。取り込みませんでした。</translation>
    </message>
    <message>
        <source>{file}: {reason}, so its labels were left aside.</source>
        <translation>{file}: {reason}ため、ラベルを取り込みませんでした。</translation>
    </message>
    <message>
        <source>{file}: {reason}; left aside.</source>
        <translation>{file}: {reason}。取り込みませんでした。</translation>
    </message>
    <message>
        <source>{folder} (linked to the sources)</source>
        <translation>{folder}（ソースへのリンク）</translation>
    </message>
    <message>
        <source>{folder} cannot be made: {reason}.</source>
        <translation>{folder} を作れません: {reason}。</translation>
    </message>
    <message>
        <source>{folder} cannot be opened for changes: {reason}.</source>
        <translation>{folder} を変更用に開けません: {reason}。</translation>
    </message>
    <message>
        <source>{folder} cannot be opened: {reason}.</source>
        <translation>{folder} を開けません: {reason}。</translation>
    </message>
    <message>
        <source>{folder} cannot be reached; waiting until it is back.</source>
        <translation>{folder} に届きません。戻るまで待ちます。</translation>
    </message>
    <message>
        <source>{folder} cannot be read ({strerror}).</source>
        <translation>{folder} を読めません（{strerror}）。</translation>
    </message>
    <message>
        <source>{folder} cannot be written ({reason}); nothing is left there. Make room or choose another place.</source>
        <translation>{folder} に書き込めません（{reason}）。何も残していません。空きを作るか、別の場所を選んでください。</translation>
    </message>
    <message>
        <source>{folder} cannot be written to ({reason}).</source>
        <translation>{folder} に書き込めません（{reason}）。</translation>
    </message>
    <message>
        <source>{folder} comes from elsewhere, so it is only read here; if it is yours, add --mine once (or open it in the window and say so there).</source>
        <translation>{folder} は別のところから来たため、ここでは読むだけです。あなたのものなら、画像の上でそう伝えてください。</translation>
    </message>
    <message>
        <source>{folder} does not hold this source's 1 image; choose the folder that replaces it.</source>
        <translation>{folder} に、このソースのただ 1 枚の画像がありません。代わりになるフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{folder} exists and is not an empty folder; choose a new one.</source>
        <translation>{folder} はすでにあり、空のフォルダーではありません。新しいものを選んでください。</translation>
    </message>
    <message>
        <source>{folder} holds a project of which nothing is on record; make it anew.</source>
        <translation>{folder} のプロジェクトには何も記録されていません。作り直してください。</translation>
    </message>
    <message>
        <source>{folder} holds no folder “images”; give a dataset in YOLO layout.</source>
        <translation>{folder} にフォルダー “images” がありません。YOLO 構成のデータセットを指定してください。</translation>
    </message>
    <message>
        <source>{folder} holds no gold images; reserve some real, verified images as gold first.</source>
        <translation>{folder} に gold 画像がありません。先に実写・確認済みの画像を gold に取り置いてください。</translation>
    </message>
    <message>
        <source>{folder} holds none of this source's {n} images; choose the folder that replaces it.</source>
        <translation>{folder} に、このソースの画像 {n} 枚が 1 枚もありません。代わりになるフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{folder} holds several splits ({splits}) but no gold; keep the gold images in a folder of their own.</source>
        <translation>{folder} には分割が複数ありますが（{splits}）、gold がありません。gold 画像は専用のフォルダーに置いてください。</translation>
    </message>
    <message>
        <source>{folder} is a file; name a folder for the project.</source>
        <translation>{folder} はファイルです。プロジェクトのフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>{folder} is a file; name a folder for the sample.</source>
        <translation>{folder} はファイルです。サンプルのフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>{folder} is a link to {place}, so the project is only read here; if you want it there, add --mine once.</source>
        <translation>{folder} は {place} へのリンクのため、プロジェクトは読むだけです。そこに置きたいなら、画像の上でそう伝えてください。</translation>
    </message>
    <message>
        <source>{folder} is a project of your own, no sample project; name another folder.</source>
        <translation>{folder} はサンプルではなく、あなた自身のプロジェクトです。別のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>{folder} is a version for {task}, the project for {wanted}.</source>
        <translation>{folder} は {task} のバージョン、プロジェクトは {wanted} 用です。</translation>
    </message>
    <message>
        <source>{folder} is a version of a sample project: none of its labels counts, all came in as imported.</source>
        <translation>{folder} はサンプルプロジェクトのバージョンです。ラベルは有効とみなされず、すべて取り込みラベルとしました。</translation>
    </message>
    <message>
        <source>{folder} is already the source {source} with origin {origin}; change that with `verify-app source origin` if it is really {wanted}.</source>
        <translation>{folder} はすでに由来 {origin} のソース {source} です。本当に {wanted} なら、データのページで変更してください。</translation>
    </message>
    <message>
        <source>{folder} is back</source>
        <translation>{folder} に再び届くようになりました</translation>
    </message>
    <message>
        <source>{folder} is being written by another run; wait for it or choose another place.</source>
        <translation>{folder} は別の実行が書き込み中です。終わるのを待つか、別の場所を選んでください。</translation>
    </message>
    <message>
        <source>{folder} is no engine add-on of verify-app (no readable {stamp} in it); name the right folder in {variable}, or install the add-on again.</source>
        <translation>{folder} は verify-app のエンジンアドオンではありません（読める {stamp} がありません）。{variable} に正しいフォルダーを指定するか、アドオンを入れ直してください。</translation>
    </message>
    <message>
        <source>{folder} is no sample project; a scripted reviewer works only there.</source>
        <translation>{folder} はサンプルプロジェクトではありません。自動レビューはサンプルだけで働きます。</translation>
    </message>
    <message>
        <source>{folder} is no version: it has no {file}.</source>
        <translation>{folder} はバージョンではありません。{file} がありません。</translation>
    </message>
    <message>
        <source>{folder} is not empty; name a new folder for the sample.</source>
        <translation>{folder} は空ではありません。サンプル用の新しいフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>{folder} is of the version {version}; add that with --labels yolo instead.</source>
        <translation>{folder} はバージョン {version} の一部です。代わりに全体を追加してください。</translation>
    </message>
    <message>
        <source>{folder} is on a network folder ({kind}), where the database could be damaged; put the project on a local disk. Images may stay where they are.</source>
        <translation>{folder} はネットワークフォルダー（{kind}）にあり、データベースが壊れるおそれがあります。プロジェクトをローカルディスクに置いてください。画像は今の場所でかまいません。</translation>
    </message>
    <message>
        <source>{folder} is open elsewhere (computer {computer}, process {process}, since {since}); close it there first.</source>
        <translation>{folder} は別の所で開かれています（コンピューター {computer}、プロセス {process}、{since} から）。先にそちらを閉じてください。</translation>
    </message>
    <message>
        <source>{folder} is open for reading only.</source>
        <translation>{folder} は読み取り専用で開いています。</translation>
    </message>
    <message>
        <source>{folder} was made by a newer verify-app (schema {version}, this one knows {known}); install the newer version to open it.</source>
        <translation>{folder} は新しい verify-app で作られています（スキーマ {version}、こちらは {known} まで）。開くには新しい版をインストールしてください。</translation>
    </message>
    <message>
        <source>{folder} was made by an older version; run `verify-app check` on it once to bring it up to date.</source>
        <translation>{folder} は古いバージョンで作られました。書き込める場所で一度開くと更新されます。</translation>
    </message>
    <message>
        <source>{folder} was moved, deleted or replaced while it was open; {recorded}. Close it here, and open it where it is now.</source>
        <translation>{folder} は開いている間に移動、削除、または置き換えられました。{recorded}。ここで閉じて、今の場所で開いてください。</translation>
    </message>
    <message>
        <source>{folder}: The folder cannot be read ({reason}).</source>
        <translation>{folder}: フォルダーを読み込めません（{reason}）。</translation>
    </message>
    <message>
        <source>{images} loaded more often than the receipt says ({files})</source>
        <translation>{images}が明細より多く読み込まれた（{files}）</translation>
    </message>
    <message>
        <source>{images} not in the version ({files})</source>
        <translation>{images}がバージョンにない（{files}）</translation>
    </message>
    <message>
        <source>{images} went where the publisher of {sources} states; `verify-app source split-again` shares them out anew.</source>
        <translation>{images} は {sources} の公開元の指定どおりに分けました。ソースを分割し直すと（データのページ）、新しく割り当てます。</translation>
    </message>
    <message>
        <source>{images}: {origin} now.</source>
        <translation>{images}: {origin} にしました。</translation>
    </message>
    <message>
        <source>{image} has other bytes than those that this line is about; look at it first.</source>
        <translation>{image} の内容は、この行が指すものと違います。まず見てください。</translation>
    </message>
    <message>
        <source>{image} has the same bytes as {others} but other labels; its own are exported, give both the same.</source>
        <translation>{image} は {others} と中身が同じですがラベルが違います。それ自身のラベルを書き出します。両方を同じにしてください。</translation>
    </message>
    <message>
        <source>{image} stays out: {why}</source>
        <translation>{image} は除外されます: {why}</translation>
    </message>
    <message>
        <source>{image} was changed on disk since these lines were written; look at it first.</source>
        <translation>これらの行が書かれた後に {image} がディスク上で変更されました。先に見てください。</translation>
    </message>
    <message>
        <source>{image} was changed on disk since these very lines were vouched for first; look at it, and state the "sha256" of its file in what you write anew.</source>
        <translation>{image} は、これらの行が最初に保証された後にディスク上で変わりました。見たうえで、新しく書く行にそのファイルの "sha256" を入れてください。</translation>
    </message>
    <message>
        <source>{image}: 1 label drawn twice left out, as Ultralytics would.</source>
        <translation>{image}: 二重に描かれたラベル 1 件を除きました。Ultralytics も同じように除きます。</translation>
    </message>
    <message>
        <source>{image}: 1 label without any area inside the image left out.</source>
        <translation>{image}: 画像内に面積のないラベル 1 件を除きました。</translation>
    </message>
    <message>
        <source>{image}: The file is missing.</source>
        <translation>{image}: ファイルがありません。</translation>
    </message>
    <message>
        <source>{image}: The file was changed while the version was written.</source>
        <translation>{image}: バージョンの書き出し中にファイルが変わりました。</translation>
    </message>
    <message>
        <source>{image}: it was worked on already, so its labels were left aside.</source>
        <translation>{image}: すでに作業されているため、ラベルを取り込みませんでした。</translation>
    </message>
    <message>
        <source>{image}: the dataset speaks twice of {file}; the labels of both were left aside.</source>
        <translation>{image}: データセットに {file} が 2 回あります。どちらのラベルも取り込みませんでした。</translation>
    </message>
    <message>
        <source>{image}: {by} added a gold label ({cls}) after a model's answer was seen.</source>
        <translation>{image}：モデルの答えが表示されたあとで、{by} がgold のラベル（{cls}）を加えました。</translation>
    </message>
    <message>
        <source>{image}: {by} changed a gold label ({cls}) after a model's answer was seen; it was {was} and is {now} now.</source>
        <translation>{image}：モデルの答えが表示されたあとで、{by} がgold のラベル（{cls}）を変えました。{was} だったものが {now} になっています。</translation>
    </message>
    <message>
        <source>{image}: {by} removed a gold label ({cls}) after a model's answer was seen.</source>
        <translation>{image}：モデルの答えが表示されたあとで、{by} がgold のラベル（{cls}）を消しました。</translation>
    </message>
    <message>
        <source>{image}: {n} labels drawn twice left out, as Ultralytics would.</source>
        <translation>{image}: 二重に描かれたラベル {n} 件を除きました。Ultralytics も同じように除きます。</translation>
    </message>
    <message>
        <source>{image}: {n} labels without any area inside the image left out.</source>
        <translation>{image}: 画像内に面積のないラベル {n} 件を除きました。</translation>
    </message>
    <message>
        <source>{image}: {reason}; its labels were left aside.</source>
        <translation>{image}: {reason}。ラベルを取り込みませんでした。</translation>
    </message>
    <message>
        <source>{kind} (the box round each was taken)</source>
        <translation>{kind}（それぞれを囲むボックスを使用）</translation>
    </message>
    <message>
        <source>{kind}, and a project for {task} takes {wanted}</source>
        <translation>{kind}。{task} のプロジェクトが受け取るのは{wanted}</translation>
    </message>
    <message>
        <source>{low:.3g} or more</source>
        <translation>{low:.3g} 以上</translation>
    </message>
    <message>
        <source>{low:.3g} to {high:.3g}</source>
        <translation>{low:.3g} から {high:.3g}</translation>
    </message>
    <message>
        <source>{model} cannot be trained on: that needs its .pt weights; name them with --base.</source>
        <translation>{model} からは学習できません。.pt の重みが必要です。それを選んでください。</translation>
    </message>
    <message>
        <source>{model} cannot be trained on: that needs the .pt weights it was made from.</source>
        <translation>{model} では学習できません。元の .pt の重みが必要です。</translation>
    </message>
    <message>
        <source>{model} has no layer by which pictures can be compared, so only their brightness, blur and size are recorded.</source>
        <translation>{model} には画像を比べるための層がないため、明るさ・ぼけ・大きさだけを記録します。</translation>
    </message>
    <message>
        <source>{model} is in use now.</source>
        <translation>{model} を使い始めました。</translation>
    </message>
    <message>
        <source>{model} is neither .pt nor .onnx; evaluate one of these.</source>
        <translation>{model} は .pt でも .onnx でもありません。どちらかを評価してください。</translation>
    </message>
    <message>
        <source>{model} is worse than {first}. {what}: {before:.2f} → {now:.2f}.</source>
        <translation>{model} は {first} より悪くなっています。{what}：{before:.2f} → {now:.2f}。</translation>
    </message>
    <message>
        <source>{model} looked at {n} unreviewed images and proposes {found} objects.</source>
        <translation>{model} は未レビューの画像 {n} 枚を見て、{found} 個の物体を提案しました。</translation>
    </message>
    <message>
        <source>{model} on the gold images, {done} of {total}</source>
        <translation>gold 画像での {model}、{done} / {total}</translation>
    </message>
    <message>
        <source>{model} says what persons say on the same images, and both are like the reference.</source>
        <translation>{model} は同じ画像について人と同じことを言い、どちらも基準と変わりません。</translation>
    </message>
    <message>
        <source>{model}: both have moved. The images differ from the reference, and on these images the model says other things than persons do.</source>
        <translation>{model}：両方が変わりました。画像は基準と異なり、それらの画像でモデルは人と違うことを言います。</translation>
    </message>
    <message>
        <source>{model}: the model, not the world. On the same images it says other things than persons do, and what persons say is like the reference.</source>
        <translation>{model}：変わったのは世界ではなくモデルです。同じ画像で人と違うことを言い、人の言うことは基準と変わりません。</translation>
    </message>
    <message>
        <source>{model}: the world, not the model. On the same images it says what persons say, and both differ from the reference.</source>
        <translation>{model}：変わったのはモデルではなく世界です。同じ画像で人と同じことを言い、どちらも基準と異なります。</translation>
    </message>
    <message>
        <source>{model}: {metric} {value:.3f} on {n} gold images.</source>
        <translation>{model}：gold 画像 {n} 枚で {metric} {value:.3f}。</translation>
    </message>
    <message>
        <source>{name!r} in {place} is missing or not {wanted}.</source>
        <translation>{place} の {name!r} がないか、{wanted}ではありません。</translation>
    </message>
    <message>
        <source>{name!r} in {place} is missing.</source>
        <translation>{place} に {name!r} がありません。</translation>
    </message>
    <message>
        <source>{name!r} is a cache that was added: Ultralytics unpickles it, which can run code; delete it.</source>
        <translation>{name!r} は後から加えられたキャッシュです。Ultralytics が unpickle し、コードが実行されることがあります。削除してください。</translation>
    </message>
    <message>
        <source>{name!r} is a symbolic link; a version holds files only.</source>
        <translation>{name!r} はシンボリックリンクです。バージョンにはファイルだけが入ります。</translation>
    </message>
    <message>
        <source>{name!r} is missing.</source>
        <translation>{name!r} がありません。</translation>
    </message>
    <message>
        <source>{name!r} is not an ordinary file.</source>
        <translation>{name!r} は通常のファイルではありません。</translation>
    </message>
    <message>
        <source>{name!r} is not empty.</source>
        <translation>{name!r} が空ではありません。</translation>
    </message>
    <message>
        <source>{name!r} thins out: {share} of its {n} instances are real and verified, so not all images with it can stay; verify more of it.</source>
        <translation>{name!r} が薄まっています: {n} 件のうち実写・確認済みは {share} なので、これを含む画像をすべては残せません。もっと確認してください。</translation>
    </message>
    <message>
        <source>{name!r} thins out: {share} of its {n} instances are real and verified. It is one of the rarest, so nothing with it is left out for that; verify more of it.</source>
        <translation>{name!r} が薄まっています: {n} 件のうち実写・確認済みは {share} です。最もまれなクラスの 1 つなので、そのための除外はしません。もっと確認してください。</translation>
    </message>
    <message>
        <source>{name!r} thins out: {share} of its {n} instances are real and verified; the rule is overridden.</source>
        <translation>{name!r} が薄まっています: {n} 件のうち実写・確認済みは {share} です。この規則は例外とされています。</translation>
    </message>
    <message>
        <source>{name!r} was added: the receipt does not list it.</source>
        <translation>{name!r} は後から加えられたもので、明細にありません。</translation>
    </message>
    <message>
        <source>{name!r} {held} where the receipt says {stated}</source>
        <translation>{name!r} が {held}（明細では {stated}）</translation>
    </message>
    <message>
        <source>{named} names classes, but there is no label file (.txt) in {path} that goes with it.</source>
        <translation>{named} にクラス名がありますが、{path} に対応するラベルファイル (.txt) がありません。</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} と {last}</translation>
    </message>
    <message>
        <source>{names} and {more} more</source>
        <translation>{names} 他 {more} 件</translation>
    </message>
    <message>
        <source>{names} … and {more} more</source>
        <translation>{names} … 他 {more} 件</translation>
    </message>
    <message>
        <source>{name} (generation {generation})</source>
        <translation>{name}（第 {generation} 世代）</translation>
    </message>
    <message>
        <source>{name} and {more} more: each counts as {now}; say why it is {origin} with --reason.</source>
        <translation>{name} ほか {more} 件は {now} とみなされています。{origin} である理由を書いてください。</translation>
    </message>
    <message>
        <source>{name} cannot be deleted, only retired: {why}.</source>
        <translation>{name} は削除できず、引退だけができます：{why}。</translation>
    </message>
    <message>
        <source>{name} could not be downloaded ({reason}); connect to the internet, or choose a model file that is already here.</source>
        <translation>{name} をダウンロードできませんでした（{reason}）。インターネットに接続するか、手元のモデルファイルを選んでください。</translation>
    </message>
    <message>
        <source>{name} could not be exported to ONNX ({reason}); use the .pt file itself.</source>
        <translation>{name} を ONNX に書き出せませんでした（{reason}）。.pt ファイルをそのまま使ってください。</translation>
    </message>
    <message>
        <source>{name} counts as {now}; say why it is {origin} with --reason.</source>
        <translation>{name} は {now} とみなされています。{origin} である理由を書いてください。</translation>
    </message>
    <message>
        <source>{name} differs from the first model: {what}.</source>
        <translation>{name} は最初のモデルと異なります：{what}。</translation>
    </message>
    <message>
        <source>{name} differs from the reference: {what}.</source>
        <translation>{name} は基準と異なります：{what}。</translation>
    </message>
    <message>
        <source>{name} does not answer like a YOLO {task} model; {advice}.</source>
        <translation>{name} の出力は YOLO の {task} モデルのものではありません。{advice}。</translation>
    </message>
    <message>
        <source>{name} does not fit into the memory that is free; close other programs.</source>
        <translation>{name} は空きメモリに収まりません。ほかのプログラムを閉じてください。</translation>
    </message>
    <message>
        <source>{name} does not say how many points its objects have; {advice}.</source>
        <translation>{name} に物体の点の数がありません。{advice}。</translation>
    </message>
    <message>
        <source>{name} does not take one RGB picture, so it is no YOLO model; {advice}.</source>
        <translation>{name} は RGB 画像 1 枚を受け取らないので、YOLO モデルではありません。{advice}。</translation>
    </message>
    <message>
        <source>{name} drifts: {what}.</source>
        <translation>{name} がドリフトしています：{what}。</translation>
    </message>
    <message>
        <source>{name} finds next to nothing on the sample images, so its two forms cannot be compared; give images with objects it knows, or train it further.</source>
        <translation>{name} はサンプル画像でほとんど何も見つけないため、両形式を比べられません。知っている物体の写った画像を指定するか、さらに学習してください。</translation>
    </message>
    <message>
        <source>{name} has a stride of {stride} pixels, which makes no sense; train it with Ultralytics.</source>
        <translation>{name} のストライドが {stride} ピクセルで、意味がありません。Ultralytics で学習してください。</translation>
    </message>
    <message>
        <source>{name} has already accepted this prediction.</source>
        <translation>{name} がすでにこの予測を承認しています。</translation>
    </message>
    <message>
        <source>{name} has already corrected this prediction.</source>
        <translation>{name} がすでにこの予測を修正しています。</translation>
    </message>
    <message>
        <source>{name} has already decided on this prediction.</source>
        <translation>{name} がすでにこの予測について決定しています。</translation>
    </message>
    <message>
        <source>{name} has already labelled this object.</source>
        <translation>{name} がすでにこの物体にラベルを付けています。</translation>
    </message>
    <message>
        <source>{name} has completed it</source>
        <translation>{name} が完了しました</translation>
    </message>
    <message>
        <source>{name} has no usable list of class names inside; train or export it again with Ultralytics.</source>
        <translation>{name} の中に使えるクラス名の一覧がありません。Ultralytics で学習し直すか書き出し直してください。</translation>
    </message>
    <message>
        <source>{name} has the same bytes and is a blind image that is not settled yet; settle that first.</source>
        <translation>{name} は中身が同じで、未解決のブラインド画像です。先に解決してください。</translation>
    </message>
    <message>
        <source>{name} has the same bytes and is flagged as unsure; settle that first.</source>
        <translation>{name} は中身が同じで、要検討の印があります。先に解決してください。</translation>
    </message>
    <message>
        <source>{name} holds more than a plain Ultralytics model, so it was not opened: loading it could run foreign code; get the weights from where you trust them or train them again.</source>
        <translation>{name} は通常の Ultralytics モデル以外のものを含むため、開きませんでした。読み込むと外部のコードが実行されるおそれがあります。信頼できる所から重みを入手するか、学習し直してください。</translation>
    </message>
    <message>
        <source>{name} holds other objects than the receipt says: {names}.</source>
        <translation>{name} の物体が明細と違います: {names}。</translation>
    </message>
    <message>
        <source>{name} in {place}</source>
        <translation>{place} の {name}</translation>
    </message>
    <message>
        <source>{name} is a model for '{task}'; this program reviews {tasks} models.</source>
        <translation>{name} は '{task}' のモデルです。このプログラムがレビューするのは {tasks} のモデルです。</translation>
    </message>
    <message>
        <source>{name} is a model for {task} and {other} for {other_task}; compare models of one task.</source>
        <translation>{name} は {task} のモデル、{other} は {other_task} のモデルです。同じタスクのモデルを比べてください。</translation>
    </message>
    <message>
        <source>{name} is a model for {task}, the version {version} is for {wanted}; choose a base for that.</source>
        <translation>{name} は {task} のモデル、バージョン {version} は {wanted} 用です。それに合う元のモデルを選んでください。</translation>
    </message>
    <message>
        <source>{name} is a program in this project; say who you are: --by NAME, or the name in Settings.</source>
        <translation>{name} はこのプロジェクトではプログラムです。設定で自分の名前を入れてください。</translation>
    </message>
    <message>
        <source>{name} is like the first model on the gold images, as far as chance lets one tell.</source>
        <translation>{name} は、gold 画像では偶然の範囲で最初のモデルと変わりません。</translation>
    </message>
    <message>
        <source>{name} is like the reference, as far as chance lets one tell.</source>
        <translation>{name} は、偶然の範囲で基準と変わりません。</translation>
    </message>
    <message>
        <source>{name} is not a model Ultralytics can open ({reason}).</source>
        <translation>{name} は Ultralytics で開けるモデルではありません（{reason}）。</translation>
    </message>
    <message>
        <source>{name} is not a usable ONNX model ({reason}); {advice}.</source>
        <translation>{name} は使える ONNX モデルではありません（{reason}）。{advice}。</translation>
    </message>
    <message>
        <source>{name} is not an ordinary file.</source>
        <translation>{name} は通常のファイルではありません。</translation>
    </message>
    <message>
        <source>{name} is not on this computer. Ultralytics can download it; agree with --download, or give a file.</source>
        <translation>{name} はこのコンピューターにありません。同意すれば Ultralytics がダウンロードします。またはファイルを選んでください。</translation>
    </message>
    <message>
        <source>{name} is outside for the second time running: {what}.</source>
        <translation>{name} は 2 回続けて帯の外です：{what}。</translation>
    </message>
    <message>
        <source>{name} is too large to be a receipt.</source>
        <translation>{name} は大きすぎて、明細ではありません。</translation>
    </message>
    <message>
        <source>{name} is {text!r}; write a number from 0 to 1 such as 0.5, 50% or 1/2.</source>
        <translation>{name}が {text!r} です。0.5、50%、1/2 のような 0 から 1 の数を書いてください。</translation>
    </message>
    <message>
        <source>{name} is {value}; write a whole number.</source>
        <translation>{name} が {value} です。整数を書いてください。</translation>
    </message>
    <message>
        <source>{name} is {value}; write the share as a text, such as {name} = "0.5".</source>
        <translation>{name} が {value} です。割合は {name} = "0.5" のように文字列で書いてください。</translation>
    </message>
    <message>
        <source>{name} is {value}; write true or false.</source>
        <translation>{name} が {value} です。true か false を書いてください。</translation>
    </message>
    <message>
        <source>{name} keeps weights in another file, which is not opened; have it exported into one file.</source>
        <translation>{name} の重みは別ファイルにあり、それは開きません。1 つのファイルに書き出してもらってください。</translation>
    </message>
    <message>
        <source>{name} loses ground: recall {before:.2f} → {now:.2f} over {n} generations; verify more of it.</source>
        <translation>{name} が後退しています：再現率が {n} 世代で {before:.2f} → {now:.2f}。もっと検証してください。</translation>
    </message>
    <message>
        <source>{name} loses ground: recall {before:.2f} → {now:.2f} over {n} generations; verify {more} more objects of it to bring it back to its share in the reference.</source>
        <translation>{name} が後退しています：再現率が {n} 世代で {before:.2f} → {now:.2f}。基準での割合に戻すには、あと {more} 個を検証してください。</translation>
    </message>
    <message>
        <source>{name} makes up {now:.0%} of the objects, {before:.0%} in the reference.</source>
        <translation>{name} は物体の {now:.0%} を占めます（基準では {before:.0%}）。</translation>
    </message>
    <message>
        <source>{name} takes pictures of 1 channel; this program opens RGB pictures.</source>
        <translation>{name} は 1 チャンネルの画像を受け取ります。このプログラムが開くのは RGB 画像です。</translation>
    </message>
    <message>
        <source>{name} takes pictures of {n} channels; this program opens RGB pictures.</source>
        <translation>{name} は {n} チャンネルの画像を受け取ります。このプログラムが開くのは RGB 画像です。</translation>
    </message>
    <message>
        <source>{name} takes pictures of {size} pixels, which makes no sense; {advice}.</source>
        <translation>{name} は {size} ピクセルの画像を受け取りますが、意味がありません。{advice}。</translation>
    </message>
    <message>
        <source>{name} takes pictures of {width} x {height} pixels, which makes no sense.</source>
        <translation>{name} は {width} x {height} ピクセルの画像を受け取りますが、意味がありません。</translation>
    </message>
    <message>
        <source>{name} takes {n} pictures at once, which makes no sense; {advice}.</source>
        <translation>{name} は一度に {n} 枚の画像を受け取りますが、意味がありません。{advice}。</translation>
    </message>
    <message>
        <source>{name} takes {n} pictures of {width} x {height} pixels at once, which is too much.</source>
        <translation>{name} は {width} x {height} ピクセルの画像を一度に {n} 枚受け取り、多すぎます。</translation>
    </message>
    <message>
        <source>{name} wants its pictures prepared in a way of its own; train it with Ultralytics 8.4.</source>
        <translation>{name} は独自の画像の前処理を求めます。Ultralytics 8.4 で学習してください。</translation>
    </message>
    <message>
        <source>{name} was changed on disk since it was looked at; nothing was decided. Look again.</source>
        <translation>{name} は見た後にディスク上で変更されたため、何も確定していません。もう一度見てください。</translation>
    </message>
    <message>
        <source>{name} was exported as gold, so it stays gold.</source>
        <translation>{name} は gold として書き出されたので、gold のままです。</translation>
    </message>
    <message>
        <source>{name} was exported before, and an image stays in its split for ever.</source>
        <translation>{name} は以前に書き出されており、画像の分割はずっと変わりません。</translation>
    </message>
    <message>
        <source>{name} was exported for {split} before, so it can never be gold.</source>
        <translation>{name} は以前 {split} 用に書き出されたので、gold にはできません。</translation>
    </message>
    <message>
        <source>{name} was made for {size} pixels, not {imgsz}; leave the size out or {advice}.</source>
        <translation>{name} は {imgsz} ではなく {size} ピクセル用です。サイズを省くか、{advice}。</translation>
    </message>
    <message>
        <source>{name} was made for {size} pixels, not {imgsz}; leave the size out.</source>
        <translation>{name} は {imgsz} ではなく {size} ピクセル用です。サイズを省いてください。</translation>
    </message>
    <message>
        <source>{name} was shown as it is not any more; nothing was decided. Look again.</source>
        <translation>{name} は表示された内容と今の内容が異なるため、何も確定していません。もう一度見てください。</translation>
    </message>
    <message>
        <source>{name} was trained at {size} pixels, which makes no sense; give a size (--imgsz 640).</source>
        <translation>{name} の学習サイズ {size} ピクセルは不合理です。640 などの画像サイズを指定してください。</translation>
    </message>
    <message>
        <source>{name} was written to {folder}, and is not there any more; export it again or move it back.</source>
        <translation>{name} は {folder} に書き出されましたが、もうありません。書き出し直すか、元に戻してください。</translation>
    </message>
    <message>
        <source>{name} {caught} of {shown} (at least {low})</source>
        <translation>{name} は {shown} 件中 {caught} 件（少なくとも {low}）</translation>
    </message>
    <message>
        <source>{name} {loaded} instead of {stated}</source>
        <translation>{name} が {stated} ではなく {loaded}</translation>
    </message>
    <message>
        <source>{name} {n} fewer</source>
        <translation>{name} が {n} 個減</translation>
    </message>
    <message>
        <source>{name}, line {line}: nothing of the label is inside the image; it was left out.</source>
        <translation>{name}、{line} 行目: ラベルが画像内にまったくありません。除きました。</translation>
    </message>
    <message>
        <source>{name}, line {line}: the same label again; it was left out.</source>
        <translation>{name}、{line} 行目: 同じラベルの繰り返しです。除きました。</translation>
    </message>
    <message>
        <source>{name}, line {line}: {reason}; all labels of this image were left aside.</source>
        <translation>{name}、{line} 行目: {reason}。この画像のラベルはすべて取り込みませんでした。</translation>
    </message>
    <message>
        <source>{name}: too few gold images to tell; {n} more are needed.</source>
        <translation>{name}：判断するにはgold 画像が足りません。あと {n} 枚必要です。</translation>
    </message>
    <message>
        <source>{name}: too few independent images to tell; {n} more are needed.</source>
        <translation>{name}：判断するには独立した画像が足りません。あと {n} 枚必要です。</translation>
    </message>
    <message>
        <source>{name}: with {n} gold objects a fall in recall of {points} points or more can be seen.</source>
        <translation>{name}：gold の物体 {n} 個で、{points} ポイント以上の再現率の低下がわかります。</translation>
    </message>
    <message>
        <source>{name}: with {n} gold objects a fall in recall of {points} points or more can be seen; for {wanted} points, add {more} objects to gold.</source>
        <translation>{name}：gold の物体 {n} 個で、{points} ポイント以上の再現率の低下がわかります。{wanted} ポイントの低下を見るには、gold に物体をあと {more} 個加えてください。</translation>
    </message>
    <message>
        <source>{name}: with {n} gold objects no fall in recall can be seen; more are needed.</source>
        <translation>{name}：gold の物体 {n} 個では再現率の低下はわかりません。もっと必要です。</translation>
    </message>
    <message>
        <source>{name}… is too long for the name of a file or folder: {n} characters.</source>
        <translation>{name}… はファイルやフォルダーの名前として長すぎます: {n} 文字。</translation>
    </message>
    <message>
        <source>{needed} Nothing was assigned or written; make room or choose another place.</source>
        <translation>{needed}割り当ても書き出しもしていません。空きを作るか、別の場所を選んでください。</translation>
    </message>
    <message>
        <source>{needed} Nothing was written; make room or choose another place.</source>
        <translation>{needed}何も書き出していません。空きを作るか、別の場所を選んでください。</translation>
    </message>
    <message>
        <source>{new} is in use now, unmeasured as it is: that was agreed to. {why}</source>
        <translation>測られていないままですが、同意があったので {new} を使います。{why}</translation>
    </message>
    <message>
        <source>{new} is in use now. {said}</source>
        <translation>{new} を使います。{said}</translation>
    </message>
    <message>
        <source>{new} is in use now: on these gold images it is no worse than {old}. {said}</source>
        <translation>{new} を使います。これらのgold 画像では {old} より悪くありません。{said}</translation>
    </message>
    <message>
        <source>{new} is in use now: that was agreed to. {said}</source>
        <translation>同意があったので {new} を使います。{said}</translation>
    </message>
    <message>
        <source>{new} is the first model, so it is in use now.</source>
        <translation>{new} は最初のモデルなので、これを使います。</translation>
    </message>
    <message>
        <source>{new} was in use before: training gave the same.</source>
        <translation>{new} はすでに使われていました。学習しても同じものになりました。</translation>
    </message>
    <message>
        <source>{numbers} would be none of the project's classes.</source>
        <translation>{numbers} はプロジェクトのどのクラスにも当たりません。</translation>
    </message>
    <message>
        <source>{n} are still being written.</source>
        <translation>{n} 件はまだ書き込み中です。</translation>
    </message>
    <message>
        <source>{n} blind and not settled</source>
        <translation>ブラインド未解決 {n} 枚</translation>
    </message>
    <message>
        <source>{n} columns where DOTA has eight numbers and a class</source>
        <translation>{n} 列。DOTA は 8 つの数とクラス</translation>
    </message>
    <message>
        <source>{n} columns where a box has 5</source>
        <translation>{n} 列。ボックスは 5 列</translation>
    </message>
    <message>
        <source>{n} columns where an object with {points} points has {wanted}</source>
        <translation>{n} 列。点が {points} 個の物体は {wanted} 列</translation>
    </message>
    <message>
        <source>{n} columns where an oriented box has 9 (its class and four corners)</source>
        <translation>{n} 列。回転ボックスは 9 列（クラスと 4 つの角）</translation>
    </message>
    <message>
        <source>{n} columns where an outline has 7 or more (its class and three points)</source>
        <translation>{n} 列。輪郭は 7 列以上（クラスと 3 つの点）</translation>
    </message>
    <message>
        <source>{n} columns, so it has a confidence and was written by a model</source>
        <translation>{n} 列あり信頼度を含むので、モデルが書いたもの</translation>
    </message>
    <message>
        <source>{n} facts</source>
        <translation>{n} 件の事実</translation>
    </message>
    <message>
        <source>{n} flagged</source>
        <translation>要検討の印 {n} 枚</translation>
    </message>
    <message>
        <source>{n} generations</source>
        <translation>{n} 世代</translation>
    </message>
    <message>
        <source>{n} gold images</source>
        <translation>gold 画像 {n} 枚</translation>
    </message>
    <message>
        <source>{n} images</source>
        <translation>{n} 枚</translation>
    </message>
    <message>
        <source>{n} images keep the split of an earlier export.</source>
        <translation>画像 {n} 枚は以前の書き出しの分割のままです。</translation>
    </message>
    <message>
        <source>{n} images of which some labels were left aside were not marked complete; look at them.</source>
        <translation>一部のラベルを取り込まなかった画像 {n} 枚は、完了にしていません。確かめてください。</translation>
    </message>
    <message>
        <source>{n} images that nobody completed were left out.</source>
        <translation>完了していない画像 {n} 枚を除外しました。</translation>
    </message>
    <message>
        <source>{n} images that {version} trained on, still real and verified, would be missing.</source>
        <translation>{version} の学習に使われ、今も実写・確認済みの画像 {n} 枚が欠けることになります。</translation>
    </message>
    <message>
        <source>{n} images were worked on meanwhile or had other labels from an import before; what is stated of them now was left aside.</source>
        <translation>画像 {n} 枚は、その間に作業されたか以前の取り込みで別のラベルがあったため、今回の内容を取り込みませんでした。</translation>
    </message>
    <message>
        <source>{n} images, {bad} not readable</source>
        <translation>画像 {n} 枚、読み取れないもの {bad} 枚</translation>
    </message>
    <message>
        <source>{n} label files belong to no picture: {names}.</source>
        <translation>画像のないラベルファイルが {n} 件あります: {names}。</translation>
    </message>
    <message>
        <source>{n} labelled by a program or a simulated reviewer</source>
        <translation>プログラムまたは模擬レビュアーのラベル {n} 枚</translation>
    </message>
    <message>
        <source>{n} labels</source>
        <translation>ラベル {n} 件</translation>
    </message>
    <message>
        <source>{n} labels are attested.</source>
        <translation>ラベル {n} 件を保証しました。</translation>
    </message>
    <message>
        <source>{n} labels have a class that is not in the class list.</source>
        <translation>クラス一覧にないクラスのラベルが {n} 件あります。</translation>
    </message>
    <message>
        <source>{n} labels that no person verified, or under a name that is none, came in as imported.</source>
        <translation>人が確認していない、または名前のないラベル {n} 件を取り込みラベルとしました。</translation>
    </message>
    <message>
        <source>{n} missing</source>
        <translation>ファイルなし {n} 枚</translation>
    </message>
    <message>
        <source>{n} more gold labels were changed so; --json lists them.</source>
        <translation>ほかに {n} 件のゴールドラベルも同様に変更されました。</translation>
    </message>
    <message>
        <source>{n} more left out; --json lists them.</source>
        <translation>ほかに {n} 件を除外しました。</translation>
    </message>
    <message>
        <source>{n} more rows of {table} are damaged.</source>
        <translation>{table} の他 {n} 行も壊れています。</translation>
    </message>
    <message>
        <source>{n} not complete</source>
        <translation>未完了 {n} 枚</translation>
    </message>
    <message>
        <source>{n} objects</source>
        <translation>物体 {n} 個</translation>
    </message>
    <message>
        <source>{n} of them with {name}</source>
        <translation>うち {n} 枚に {name}</translation>
    </message>
    <message>
        <source>{n} of {all} images have changed or are not there any more: {images}; bring their files back to write this version again.</source>
        <translation>{all} 枚中 {n} 枚の画像が変わったか、もうありません: {images}。このバージョンを書き直すには、ファイルを戻してください。</translation>
    </message>
    <message>
        <source>{n} of {images} missing ({files})</source>
        <translation>{images}のうち {n} 枚がない（{files}）</translation>
    </message>
    <message>
        <source>{n} of {what} differ from what the events say (first: {first_key}).</source>
        <translation>{what} の {n} 件がイベントと違います（最初は {first_key}）。</translation>
    </message>
    <message>
        <source>{n} pictures could be meant: {paths}</source>
        <translation>{n} 枚の画像が当てはまる: {paths}</translation>
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
        <source>{n} points</source>
        <translation>{n} 個の点</translation>
    </message>
    <message>
        <source>{n} predictions</source>
        <translation>予測 {n} 件</translation>
    </message>
    <message>
        <source>{n} proposals are undecided; decide on each, or say "accept_shown_above": a confidence.</source>
        <translation>未決定の候補が {n} 件あります。それぞれ決定するか、"accept_shown_above" に信頼度を指定してください。</translation>
    </message>
    <message>
        <source>{n} rejected to be fixed later; settle them first.</source>
        <translation>「後で修正」が {n} 件あります。先に片付けてください。</translation>
    </message>
    <message>
        <source>{n} say that they are synthetic and are synthetic here ({images})</source>
        <translation>{n} 枚は合成だと自ら示しており、ここでも合成とします（{images}）</translation>
    </message>
    <message>
        <source>{n} say that they are synthetic and are {origin} all the same, as you said ({images})</source>
        <translation>{n} 枚は合成だと自ら示していますが、指定どおり {origin} とします（{images}）</translation>
    </message>
    <message>
        <source>{n} say that they are synthetic.</source>
        <translation>{n} 枚は合成だと自ら示しています。</translation>
    </message>
    <message>
        <source>{n} skipped.</source>
        <translation>{n} 件を飛ばしました。</translation>
    </message>
    <message>
        <source>{n} skipped; the first: {problem}</source>
        <translation>{n} 件を飛ばしました。最初の 1 件: {problem}</translation>
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
        <source>{n} were left as they are: {problems}</source>
        <translation>{n} 件はそのままにしました: {problems}</translation>
    </message>
    <message>
        <source>{n} x {suffix}</source>
        <translation>{suffix} {n} 件</translation>
    </message>
    <message>
        <source>{n} {split} images</source>
        <translation>{split} の画像 {n} 枚</translation>
    </message>
    <message>
        <source>{old} does not know {classes}, so that the two cannot be compared.</source>
        <translation>{old} は {classes} を知らないので、二つを比べられません。</translation>
    </message>
    <message>
        <source>{old} stays in use. {said}</source>
        <translation>{old} を使い続けます。{said}</translation>
    </message>
    <message>
        <source>{old} stays in use: nobody knows whether {new} is any worse. {why}</source>
        <translation>{old} を使い続けます。{new} が悪くなっていないかどうか分かりません。{why}</translation>
    </message>
    <message>
        <source>{old} stays in use: on the rare classes {new} is worse by {points:.1f} points (95 % interval {low:+.1f} to {high:+.1f}). {said}</source>
        <translation>{old} を使い続けます。まれなクラスでは {new} が {points:.1f} ポイント悪くなっています（95 % 区間 {low:+.1f} から {high:+.1f}）。{said}</translation>
    </message>
    <message>
        <source>{old} stays in use: these gold images cannot tell whether {new} is worse. {said}</source>
        <translation>{old} を使い続けます。{new} が悪いかどうかは、これらのgold 画像では分かりません。{said}</translation>
    </message>
    <message>
        <source>{old} stays in use: {new} finds none of {classes} any more. {said}</source>
        <translation>{old} を使い続けます。{new} は {classes} をもう一つも見つけません。{said}</translation>
    </message>
    <message>
        <source>{out} images left out to reach it; {share} of {n} images in train real and verified.</source>
        <translation>割合に合わせて {out} 枚を除外。学習画像 {n} 枚の {share} が実写・確認済みです。</translation>
    </message>
    <message>
        <source>{out} left out to reach it; {share} of 1 image in train real and verified.</source>
        <translation>割合に合わせて除外: {out}。学習画像 1 枚の {share} が実写・確認済みです。</translation>
    </message>
    <message>
        <source>{path!r}: its name is not valid UTF-8 text; rename the file or its folder.</source>
        <translation>{path!r}: 名前が正しい UTF-8 ではありません。ファイルかフォルダーの名前を変えてください。</translation>
    </message>
    <message>
        <source>{path} has the classes {first} and {second}, which differ only by case; they came in as two.</source>
        <translation>{path} のクラス {first} と {second} は、大文字と小文字だけが違います。2 つのクラスとして取り込みました。</translation>
    </message>
    <message>
        <source>{path} holds labels of several formats ({formats}); name one: --labels.</source>
        <translation>{path} に複数の形式（{formats}）のラベルがあります。一つ選んでください。</translation>
    </message>
    <message>
        <source>{path} is a link to {place}, where no folder is; make it or the link anew.</source>
        <translation>{path} は {place} へのリンクですが、そこにフォルダーがありません。フォルダーかリンクを作り直してください。</translation>
    </message>
    <message>
        <source>{path} is a video; labels come with pictures.</source>
        <translation>{path} は動画です。ラベルは画像とともに取り込みます。</translation>
    </message>
    <message>
        <source>{path} is a video; say how many frames to take with --every 10 or --fps 2.</source>
        <translation>{path} は動画です。何フレーム取り出すかを指定してください。</translation>
    </message>
    <message>
        <source>{path} is in no format that this program knows; name it (--labels; in the window: Bring in).</source>
        <translation>{path} はこのプログラムが知る形式ではありません。「取り込む内容」で選んでください。</translation>
    </message>
    <message>
        <source>{path}: {n} videos were left aside ({named}); --every or --fps takes frames.</source>
        <translation>{path}：動画 {n} 本は対象外にしました（{named}）。動画から何フレーム取り出すかを選んでください。</translation>
    </message>
    <message>
        <source>{place} is not a JSON object.</source>
        <translation>{place} が JSON オブジェクトではありません。</translation>
    </message>
    <message>
        <source>{place} is not valid JSON.</source>
        <translation>{place} が正しい JSON ではありません。</translation>
    </message>
    <message>
        <source>{place} is too large to be a receipt ({n:,} bytes).</source>
        <translation>{place} は大きすぎて（{n:,} バイト）、明細ではありません。</translation>
    </message>
    <message>
        <source>{place} names {name}</source>
        <translation>{place} に {name} とあります</translation>
    </message>
    <message>
        <source>{place} says {name}</source>
        <translation>{place} は {name} を示しています</translation>
    </message>
    <message>
        <source>{problem} Nothing was written; export again once it is settled.</source>
        <translation>{problem}何も書き出していません。解決してから書き出し直してください。</translation>
    </message>
    <message>
        <source>{reason} The version in {folder} is whole but not on record; the same export takes it up again.</source>
        <translation>{reason}{folder} のバージョンは完全ですが、記録されていません。同じ書き出しを行うと引き継がれます。</translation>
    </message>
    <message>
        <source>{reason}. Waiting for that.</source>
        <translation>{reason}。それを待っています。</translation>
    </message>
    <message>
        <source>{reason}; left aside.</source>
        <translation>{reason}。取り込みませんでした。</translation>
    </message>
    <message>
        <source>{receipt} says which of its images are real and what was verified; adding them anew would forget that. Add the whole of {folder} with --labels yolo, which keeps it, or the original images.</source>
        <translation>{receipt} には、どの画像が実画像で何が確認済みかが書かれています。改めて追加すると失われます。それを保つ {folder} 全体か、元の画像を追加してください。</translation>
    </message>
    <message>
        <source>{root}: {n} pictures that the dataset does not name were not added.</source>
        <translation>{root}: データセットにない画像 {n} 枚は追加しませんでした。</translation>
    </message>
    <message>
        <source>{seconds:g} seconds between two looks make no sense; give 0.1 to 3600.</source>
        <translation>間隔 {seconds:g} 秒は意味がありません。0.1 から 3600 にしてください。</translation>
    </message>
    <message>
        <source>{seen} of {n} real-verified images for training were decided in the window ({share}), where the policy demands {demanded}.</source>
        <translation>学習用の実写・確認済み画像 {n} 枚のうち、ウィンドウで決定したのは {seen} 枚（{share}）で、ポリシーは {demanded} を求めています。</translation>
    </message>
    <message>
        <source>{share} and {objects}</source>
        <translation>{share} と {objects}</translation>
    </message>
    <message>
        <source>{source} was changed while the version was written; nothing was written.</source>
        <translation>バージョンの書き出し中に {source} が変わりました。何も書き出していません。</translation>
    </message>
    <message>
        <source>{split} objects: {classes}</source>
        <translation>{split} の物体: {classes}</translation>
    </message>
    <message>
        <source>{table} cannot be read to its end: {reason}.</source>
        <translation>{table} を最後まで読み込めません: {reason}。</translation>
    </message>
    <message>
        <source>{table} holds {facts}, but the events announce {n}.</source>
        <translation>{table} には{facts}がありますが、イベントでは {n} 件です。</translation>
    </message>
    <message>
        <source>{task}, its boxes</source>
        <translation>{task}（ボックスのみ）</translation>
    </message>
    <message>
        <source>{text} is no number of a run.</source>
        <translation>{text} は予測の番号ではありません。</translation>
    </message>
    <message>
        <source>{text} is no range of confidence; write it like 0.25-0.5.</source>
        <translation>{text} は信頼度の範囲ではありません。0.25-0.5 のように書いてください。</translation>
    </message>
    <message>
        <source>{value} is no value to filter {name} by.</source>
        <translation>{value} は {name} で絞り込む値になりません。</translation>
    </message>
    <message>
        <source>{version} has no receipt {digest}; its receipts: {names}.</source>
        <translation>{version} に明細 {digest} はありません。明細は: {names}。</translation>
    </message>
    <message>
        <source>{version} was there before; it is in {place}:</source>
        <translation>{version} はすでにありました。場所は {place} です:</translation>
    </message>
    <message>
        <source>{version}, {cls}: recall {expected:.2f} was expected, {measured:.2f} was measured with {model}.</source>
        <translation>{version}、{cls}：再現率は {expected:.2f} と見込まれ、{model} で {measured:.2f} と測られました。</translation>
    </message>
    <message>
        <source>{version}, {cls}: {low:.0%} to {high:.0%} of the objects were expected, {measured:.0%} came in {next}.</source>
        <translation>{version}、{cls}：物体の {low:.0%} から {high:.0%} と見込まれ、{next} では {measured:.0%} でした。</translation>
    </message>
    <message>
        <source>{video} was changed while its frames were taken; add it again when it is whole.</source>
        <translation>フレームを取る間に {video} が変わりました。完全になってから追加し直してください。</translation>
    </message>
    <message>
        <source>{video}: The file is empty (0 bytes); copy it again from where it came.</source>
        <translation>{video}: ファイルが空です（0 バイト）。元の場所からコピーし直してください。</translation>
    </message>
    <message>
        <source>{video}: its frames have {width:,} x {height:,} pixels, too many; scale it down.</source>
        <translation>{video}: フレームが {width:,} x {height:,} ピクセルで大きすぎます。縮小してください。</translation>
    </message>
    <message>
        <source>{video}: the film breaks off after {number} of {total} frames; those were taken.</source>
        <translation>{video}: 動画が {total} フレーム中 {number} で途切れています。そこまでを取りました。</translation>
    </message>
    <message>
        <source>{what} of {subject}</source>
        <translation>{subject} の{what}</translation>
    </message>
    <message>
        <source>{what}, beside the reference</source>
        <translation>{what}（基準との比較）</translation>
    </message>
    <message>
        <source>{what}: {value:.3g}, by chance {band}.</source>
        <translation>{what}：{value:.3g}（偶然なら {band}）。</translation>
    </message>
    <message>
        <source>{what}: {value:.3g}, by chance {band}. Gone: {names}.</source>
        <translation>{what}：{value:.3g}（偶然なら {band}）。なくなったもの：{names}。</translation>
    </message>
    <message>
        <source>{what}: {value:.3g}, by chance {band}. Outside for the second time running, the same way.</source>
        <translation>{what}：{value:.3g}（偶然なら {band}）。2 回続けて同じ向きに帯の外です。</translation>
    </message>
    <message>
        <source>{what}: {value:.3g}, by chance {band}. Outside.</source>
        <translation>{what}：{value:.3g}（偶然なら {band}）。帯の外です。</translation>
    </message>
    <message>
        <source>{what}: {value:.3g}. {n} more independent images are needed to tell this from chance.</source>
        <translation>{what}：{value:.3g}。偶然と区別するには独立した画像があと {n} 枚必要です。</translation>
    </message>
    <message>
        <source>{where} is read-only; copy the project to a place you can write to.</source>
        <translation>{where} は読み取り専用です。書き込める場所にプロジェクトをコピーしてください。</translation>
    </message>
    <message>
        <source>{who} has flagged this; a program leaves that as it is.</source>
        <translation>{who} が要検討の印を付けています。プログラムはそのままにします。</translation>
    </message>
    <message>
        <source>{who} is a person, and a program may not bear a person's name: give the program one of its own, or let {who} take responsibility for the file (--as).</source>
        <translation>{who} は人です。プログラムは人の名前を名乗れません。プログラム固有の名前を付けるか、{who} がファイルに責任を負ってください (--as)。</translation>
    </message>
    <message>
        <source>{work} cannot be written to ({reason}); choose another work folder.</source>
        <translation>{work} に書き込めません（{reason}）。別の作業フォルダーを選んでください。</translation>
    </message>
    <message>
        <source>… and {n} more.</source>
        <translation>… 他 {n} 件。</translation>
    </message>
</context>
<context>
    <name>next</name>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Predict on them</source>
        <translation>追加分を予測</translation>
    </message>
    <message>
        <source>Predict with it</source>
        <translation>このモデルで予測</translation>
    </message>
    <message>
        <source>Show in Monitor</source>
        <translation>モニターで見る</translation>
    </message>
    <message>
        <source>Show in grid</source>
        <translation>グリッドで見る</translation>
    </message>
    <message>
        <source>Train on it</source>
        <translation>これで学習</translation>
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
        <source>Drag a line across the selected object, from outside to outside.</source>
        <translation>選択した物体を横切るように、外側から外側まで線をドラッグします。</translation>
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
        <source>Nothing was cut: the line has to cross the object from side to side.</source>
        <translation>何も切られませんでした。線は物体を端から端まで横切る必要があります。</translation>
    </message>
    <message>
        <source>Nothing would be left of the object; nothing was cut.</source>
        <translation>物体がなくなってしまうため、切り取りませんでした。</translation>
    </message>
    <message>
        <source>Paint over what is to go from the selected object, with Ctrl to add; [ and ] set the size.</source>
        <translation>選択した物体から除く部分を塗ります。Ctrl で塗り足し、[ と ] で大きさを変えます。</translation>
    </message>
    <message>
        <source>Paint to add to the selected object, with Ctrl to take away. Enter begins another; [ and ] set the size.</source>
        <translation>塗ると選択した物体に加わり、Ctrl で除きます。Enter で別の物体、[ と ] で大きさを変えます。</translation>
    </message>
    <message>
        <source>Select the object first from which something is to go.</source>
        <translation>先に、一部を除く物体を選んでください。</translation>
    </message>
    <message>
        <source>Select the object first that is to be cut.</source>
        <translation>先に、切る物体を選んでください。</translation>
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
        <source>by name</source>
        <translation>名前順</translation>
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
        <source>largest first</source>
        <translation>大きい順</translation>
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
        <source>most objects first</source>
        <translation>物体の多い順</translation>
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
